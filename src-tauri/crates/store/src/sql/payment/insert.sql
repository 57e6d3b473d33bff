INSERT INTO payment (payment_id, grant_id, amount_pence, paid_on, reference, method, recorded_at, recorded_by)
VALUES (:payment_id, :grant_id, :amount_pence, :paid_on, :reference, :method, :recorded_at, :recorded_by)
