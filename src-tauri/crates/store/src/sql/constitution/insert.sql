INSERT INTO constitution (from_date, choices, reason, recorded_at, recorded_by)
VALUES (:from_date, :choices, :reason, :recorded_at, :recorded_by)
