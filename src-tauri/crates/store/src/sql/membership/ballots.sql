SELECT office_term_id, votes
FROM office_term
WHERE votes IS NOT NULL
ORDER BY office_term_id
