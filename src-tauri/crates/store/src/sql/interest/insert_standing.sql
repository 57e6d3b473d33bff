INSERT INTO standing_interest (standing_interest_id, member_id, body, how, kind, reach, since, recorded_at, recorded_by)
VALUES (:standing_interest_id, :member_id, :body, :how, :kind, :reach, :since, :recorded_at, :recorded_by)
