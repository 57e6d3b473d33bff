INSERT INTO payment_approval (payment_id, approved_by, approved_at) VALUES (:payment_id, :approved_by, :approved_at)
