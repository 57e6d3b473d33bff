INSERT INTO standing_interest_end (standing_interest_id, ended_on, recorded_at, recorded_by)
VALUES (:standing_interest_id, :ended_on, :recorded_at, :recorded_by)
