INSERT INTO virement (virement_id, plan_id, from_code, from_place, to_code, to_place, amount_pence, decided_on, decided_by, reason, recorded_at, recorded_by)
VALUES (:virement_id, :plan_id, :from_code, :from_place, :to_code, :to_place, :amount_pence, :decided_on, :decided_by, :reason, :recorded_at, :recorded_by)
