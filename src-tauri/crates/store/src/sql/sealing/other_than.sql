SELECT s.subject, l.recipients
FROM sealing AS s LEFT JOIN reader_list AS l USING (reader_list_id)
WHERE s.kind = :kind AND (
    s.reader_list_id IS NOT (SELECT reader_list_id FROM reader_list WHERE recipients = :recipients)
    OR s.reader_list_id IS NULL
    OR s.subject IN (SELECT application_id FROM interest WHERE answer <> 'none')
)
ORDER BY s.subject
