-- no full scan
SELECT document, text, version, kept_on
FROM wording_draft
WHERE member_id = :member_id
ORDER BY document
