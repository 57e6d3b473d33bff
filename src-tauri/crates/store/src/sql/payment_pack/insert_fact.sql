INSERT INTO payment_fact (payment_fact_id, payment_receipt_id, author, text, signature)
VALUES (:payment_fact_id, :payment_receipt_id, :author, :text, :signature)
