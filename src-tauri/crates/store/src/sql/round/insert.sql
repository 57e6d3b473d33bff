INSERT INTO round (round_id, name, return_by, criteria, started_at, started_by)
VALUES (:round_id, :name, :return_by, :criteria, :started_at, :started_by)
