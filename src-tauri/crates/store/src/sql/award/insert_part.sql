INSERT INTO award_part (award_id, place, due_on, amount_pence) VALUES (:award_id, :place, :due_on, :amount_pence)
