INSERT INTO meeting (meeting_id, kind, held_on, starts_at, place, planned_at, planned_by)
VALUES (:meeting_id, :kind, :held_on, :starts_at, :place, :planned_at, :planned_by)
