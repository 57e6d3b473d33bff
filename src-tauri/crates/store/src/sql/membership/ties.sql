SELECT t.tie_id, t.member_id, t.kind, t.what, t.since, e.ended_on
FROM tie AS t LEFT JOIN tie_end AS e USING (tie_id)
ORDER BY t.since, t.tie_id
