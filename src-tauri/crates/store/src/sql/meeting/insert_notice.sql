INSERT INTO notice (notice_id, meeting_id, place, given_on, recorded_at, recorded_by)
VALUES (:notice_id, :meeting_id, :place, :given_on, :recorded_at, :recorded_by)
