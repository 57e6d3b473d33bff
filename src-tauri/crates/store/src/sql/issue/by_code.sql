-- no full scan
SELECT issue_id, code, kind, subject, day, application_id, size, pages, wording_version, issued_on, issued_by, blob_id
FROM issue
WHERE code = :code
