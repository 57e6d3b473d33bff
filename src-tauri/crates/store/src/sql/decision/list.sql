-- no full scan
SELECT d.decision_id, d.application_id, d.outcome, d.amount_pence, d.decided_on, d.body, d.blob_id, d.opened, d.recorded_at, d.recorded_by,
    t.told_on, t.how, t.recorded_by AS told_by
FROM decision AS d
LEFT JOIN decision_telling AS t USING (decision_id)
WHERE d.application_id BETWEEN :from AND :to
ORDER BY d.application_id, d.recorded_at, d.decision_id
