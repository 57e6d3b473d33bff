SELECT e.election_id, e.held_on, e.candidate, e.nominated_on, e.residents, e.hands, e.term_id, t.member_id
FROM election AS e LEFT JOIN term AS t USING (term_id)
ORDER BY e.held_on, e.election_id
