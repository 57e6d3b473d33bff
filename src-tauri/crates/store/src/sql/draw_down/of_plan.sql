-- no full scan
SELECT d.draw_down_id, d.amount_pence, d.received_on, d.note, d.recorded_by, v.reason AS voided
FROM draw_down AS d
LEFT JOIN draw_down_voiding AS v USING (draw_down_id)
WHERE d.plan_id = :plan_id
ORDER BY d.received_on, d.draw_down_id
