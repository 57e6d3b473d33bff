INSERT INTO round_reviewer (round_id, place, member_id, medium) VALUES (:round_id, :place, :member_id, :medium)
