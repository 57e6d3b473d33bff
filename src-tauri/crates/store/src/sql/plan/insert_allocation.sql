INSERT INTO allocation (plan_id, code, place, amount_pence)
VALUES (:plan_id, :code, :place, :amount_pence)
