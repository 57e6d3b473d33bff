SELECT s.standing_interest_id, s.member_id, s.body, s.how, s.kind, s.reach, s.since, e.ended_on
FROM standing_interest AS s LEFT JOIN standing_interest_end AS e USING (standing_interest_id)
ORDER BY s.standing_interest_id
