-- no full scan
SELECT r.decision_id, r.entry_id, e.item_id, d.application_id
FROM resolution_decision AS r JOIN entry AS e USING (entry_id) JOIN decision AS d USING (decision_id)
WHERE r.meeting_id = :meeting_id
ORDER BY e.place
