INSERT INTO payment_pack_clerk (payment_pack_id, member_id) VALUES (:payment_pack_id, :member_id)
