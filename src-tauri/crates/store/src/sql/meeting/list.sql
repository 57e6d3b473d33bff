-- no full scan
SELECT m.meeting_id, m.kind, m.held_on, m.starts_at, m.place, m.called_off_reason, m.planned_by, a.approved_at,
    EXISTS (
        SELECT 1 FROM entry AS e
        WHERE e.meeting_id = m.meeting_id AND e.kind IN ('arrived', 'heads', 'started')
            AND NOT EXISTS (SELECT 1 FROM entry AS s WHERE s.strikes = e.entry_id)
    ) AS begun,
    EXISTS (
        SELECT 1 FROM entry AS e
        WHERE e.meeting_id = m.meeting_id AND e.kind = 'ended'
            AND NOT EXISTS (SELECT 1 FROM entry AS s WHERE s.strikes = e.entry_id)
    ) AS ended
FROM meeting AS m LEFT JOIN minutes_approval AS a USING (meeting_id)
WHERE m.meeting_id BETWEEN :from AND :to
ORDER BY m.held_on, m.starts_at, m.meeting_id
