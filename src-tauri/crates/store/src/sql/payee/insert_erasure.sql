INSERT INTO payee_erasure (payee_account_id, erased_on, recorded_at, recorded_by)
VALUES (:payee_account_id, :erased_on, :recorded_at, :recorded_by)
