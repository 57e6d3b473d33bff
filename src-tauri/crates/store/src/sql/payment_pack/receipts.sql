SELECT payment_receipt_id, sha256, from_member, made_at, taken_in_at FROM payment_receipt ORDER BY taken_in_at DESC, payment_receipt_id DESC
