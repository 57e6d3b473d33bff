-- Items of meetings that are over or were called off, that did not come back yet: put off, not reached, deferred, or an
-- application that was left undecided.
SELECT i.item_id, i.meeting_id, i.place, i.kind, i.application_id, i.minutes_of, i.about_member, i.public, i.blob_id, i.opened, i.comes_from,
    i.added_on, i.added_by
FROM item AS i JOIN meeting AS m USING (meeting_id)
WHERE m.kind = :kind
    AND i.kind <> 'minutes'
    AND NOT EXISTS (SELECT 1 FROM item AS n WHERE n.comes_from = i.item_id)
    AND (
        m.called_off_reason IS NOT NULL
        OR (
            EXISTS (
                SELECT 1 FROM entry AS e
                WHERE e.meeting_id = m.meeting_id AND e.kind = 'ended'
                    AND NOT EXISTS (SELECT 1 FROM entry AS s WHERE s.strikes = e.entry_id)
            )
            AND (
                i.kind = 'grant'
                OR coalesce((
                    SELECT e.kind FROM entry AS e
                    WHERE e.item_id = i.item_id AND e.kind IN ('taken', 'resolved', 'put-off', 'noted')
                        AND NOT EXISTS (SELECT 1 FROM entry AS s WHERE s.strikes = e.entry_id)
                    ORDER BY e.place DESC LIMIT 1
                ), 'put-off') = 'put-off'
            )
        )
    )
ORDER BY m.held_on, m.starts_at, i.place
