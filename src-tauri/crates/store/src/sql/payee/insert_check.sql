INSERT INTO payee_check (payee_account_id, method, checked_on, recorded_at, checked_by)
VALUES (:payee_account_id, :method, :checked_on, :recorded_at, :checked_by)
