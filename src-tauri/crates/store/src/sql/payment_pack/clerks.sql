SELECT payment_pack_id, member_id FROM payment_pack_clerk ORDER BY payment_pack_id, member_id
