INSERT INTO payment_receipt (payment_receipt_id, sha256, from_member, made_at, taken_in_at, taken_in_by)
VALUES (:payment_receipt_id, :sha256, :from_member, :made_at, :taken_in_at, :taken_in_by)
