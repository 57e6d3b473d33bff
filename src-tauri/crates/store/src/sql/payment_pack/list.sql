SELECT payment_pack_id, two_people, made_at, made_by FROM payment_pack ORDER BY made_at DESC, payment_pack_id DESC
