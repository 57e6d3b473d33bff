INSERT INTO sealing (subject, kind, reader_list_id)
VALUES (:subject, :kind, (SELECT reader_list_id FROM reader_list WHERE recipients = :recipients))
ON CONFLICT (subject, kind) DO UPDATE SET reader_list_id = excluded.reader_list_id
