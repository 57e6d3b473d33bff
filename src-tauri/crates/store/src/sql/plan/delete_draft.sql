DELETE FROM plan_draft
