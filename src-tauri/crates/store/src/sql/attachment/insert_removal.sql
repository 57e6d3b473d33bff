INSERT INTO attachment_removal (attachment_id, removed_on, removed_by)
VALUES (:attachment_id, :removed_on, :removed_by)
