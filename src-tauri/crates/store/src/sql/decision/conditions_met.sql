-- no full scan
SELECT m.decision_id, m.place, m.met_on, m.note, m.recorded_by
FROM decision AS d
CROSS JOIN condition_met AS m USING (decision_id)
WHERE d.application_id BETWEEN :from AND :to
ORDER BY m.decision_id, m.place
