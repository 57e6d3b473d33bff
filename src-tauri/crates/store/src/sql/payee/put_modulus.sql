INSERT INTO payee_modulus (payee_account_id, outcome, checked_on)
VALUES (:payee_account_id, :outcome, :checked_on)
ON CONFLICT (payee_account_id) DO UPDATE SET outcome = excluded.outcome, checked_on = excluded.checked_on
