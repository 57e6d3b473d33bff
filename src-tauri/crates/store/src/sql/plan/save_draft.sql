UPDATE plan_draft
SET content = :content, revision = revision + 1, saved_at = :saved_at, saved_by = :saved_by
WHERE revision = :revision
