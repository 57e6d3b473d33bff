INSERT INTO condition_met (decision_id, place, met_on, note, recorded_at, recorded_by)
VALUES (:decision_id, :place, :met_on, :note, :recorded_at, :recorded_by)
