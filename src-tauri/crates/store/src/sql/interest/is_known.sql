-- no full scan
SELECT EXISTS (SELECT 1 FROM interest WHERE interest_id = :interest_id) AS known
