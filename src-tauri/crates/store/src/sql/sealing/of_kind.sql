SELECT s.subject, l.recipients
FROM sealing AS s LEFT JOIN reader_list AS l USING (reader_list_id)
WHERE s.kind = :kind
ORDER BY s.subject
