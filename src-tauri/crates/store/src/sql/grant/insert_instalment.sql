INSERT INTO instalment (grant_id, place, due_when, amount_pence)
VALUES (:grant_id, :place, :due_when, :amount_pence)
