SELECT content, revision FROM plan_draft
