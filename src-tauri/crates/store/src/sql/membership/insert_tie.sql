INSERT INTO tie (tie_id, member_id, kind, what, since, recorded_at, recorded_by)
VALUES (:tie_id, :member_id, :kind, :what, :since, :recorded_at, :recorded_by)
