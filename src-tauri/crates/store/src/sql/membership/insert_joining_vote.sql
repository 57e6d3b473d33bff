INSERT INTO joining_vote (joining_id, voted_on, residents, advisers, agreed, term_id, recorded_at, recorded_by)
VALUES (:joining_id, :voted_on, :residents, :advisers, :agreed, :term_id, :recorded_at, :recorded_by)
