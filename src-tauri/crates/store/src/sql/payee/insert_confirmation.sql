INSERT INTO payee_confirmation (payee_confirmation_id, payee_account_id, outcome, bank_name, action, seen_on, recorded_at, seen_by)
VALUES (:payee_confirmation_id, :payee_account_id, :outcome, :bank_name, :action, :seen_on, :recorded_at, :seen_by)
