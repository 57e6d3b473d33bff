INSERT INTO election (election_id, held_on, candidate, nominated_on, residents, hands, term_id, recorded_at, recorded_by)
VALUES (:election_id, :held_on, :candidate, :nominated_on, :residents, :hands, :term_id, :recorded_at, :recorded_by)
