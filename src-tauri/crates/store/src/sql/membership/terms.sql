SELECT t.term_id, t.member_id, t.seat, t.begins_on, t.ends_on, t.how, e.ended_on, e.why
FROM term AS t LEFT JOIN term_end AS e USING (term_id)
ORDER BY t.begins_on, t.term_id
