-- no full scan
SELECT a.award_id, a.plan_id, a.code, a.kind, a.reference, a.payee_name, a.what_for, a.amount_pence, a.decided_on, a.decided_by, a.recorded_by,
       e.ended_on, e.reason AS ended_reason
FROM award AS a
LEFT JOIN award_ending AS e USING (award_id)
WHERE a.award_id BETWEEN :from AND :to
ORDER BY a.award_id
