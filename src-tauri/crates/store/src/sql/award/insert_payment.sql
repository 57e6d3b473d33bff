INSERT INTO award_payment (award_payment_id, award_id, amount_pence, paid_on, reference, recorded_at, recorded_by)
VALUES (:award_payment_id, :award_id, :amount_pence, :paid_on, :reference, :recorded_at, :recorded_by)
