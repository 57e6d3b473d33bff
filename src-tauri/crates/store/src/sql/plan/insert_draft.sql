INSERT INTO plan_draft (one, content, revision, saved_at, saved_by)
VALUES (1, :content, 1, :saved_at, :saved_by)
