INSERT INTO payee_account (payee_account_id, grant_id, blob_id, last_four, recorded_on, recorded_by)
VALUES (:payee_account_id, :grant_id, :blob_id, :last_four, :recorded_on, :recorded_by)
