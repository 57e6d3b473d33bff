-- no full scan
SELECT r.receipt_id, r.grant_id, r.cost_line_id, r.amount_pence, r.accepted_pence, r.spent_on, r.what, r.attachment_id, r.recorded_at, r.recorded_by,
    v.reason, v.recorded_at AS voided_at, v.recorded_by AS voided_by
FROM receipt AS r
LEFT JOIN receipt_voiding AS v USING (receipt_id)
WHERE r.grant_id BETWEEN :from AND :to
ORDER BY r.grant_id, r.receipt_id
