INSERT INTO closure (grant_id, closed_on, let_go, recorded_at, recorded_by)
VALUES (:grant_id, :closed_on, :let_go, :recorded_at, :recorded_by)
