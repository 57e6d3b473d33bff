INSERT INTO joining (joining_id, met_on, met_by, and_by, eligible, blob_id, recorded_at, recorded_by)
VALUES (:joining_id, :met_on, :met_by, :and_by, :eligible, :blob_id, :recorded_at, :recorded_by)
