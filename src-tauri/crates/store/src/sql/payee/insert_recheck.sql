INSERT INTO payee_recheck (payee_recheck_id, payee_account_id, method, checked_on, recorded_at, checked_by)
VALUES (:payee_recheck_id, :payee_account_id, :method, :checked_on, :recorded_at, :checked_by)
