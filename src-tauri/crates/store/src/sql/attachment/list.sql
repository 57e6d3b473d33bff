-- no full scan
SELECT a.attachment_id, a.application_id, a.kind, a.media_type, a.size, a.bytes_blob_id, a.blob_id, a.opened, a.added_on, a.added_by,
    r.removed_on
FROM attachment AS a
LEFT JOIN attachment_removal AS r USING (attachment_id)
WHERE a.application_id BETWEEN :from AND :to
ORDER BY a.application_id, a.attachment_id
