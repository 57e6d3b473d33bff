INSERT INTO payment_pack (payment_pack_id, sha256, two_people, made_at, made_by)
VALUES (:payment_pack_id, :sha256, :two_people, :made_at, :made_by)
