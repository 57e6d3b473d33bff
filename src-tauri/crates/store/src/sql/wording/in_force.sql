SELECT document, version, text, made_on, made_by
FROM wording AS w
WHERE version = (SELECT max(version) FROM wording WHERE document = w.document)
ORDER BY document
