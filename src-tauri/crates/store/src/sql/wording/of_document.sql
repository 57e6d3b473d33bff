-- no full scan
SELECT document, version, text, made_on, made_by
FROM wording
WHERE document = :document
ORDER BY version
