INSERT INTO feedback_typing (grant_id, content, saved_at)
VALUES (:grant_id, :content, :saved_at)
ON CONFLICT (grant_id) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
