INSERT INTO award (award_id, plan_id, code, kind, reference, payee_name, what_for, amount_pence, decided_on, decided_by, recorded_at, recorded_by)
VALUES (:award_id, :plan_id, :code, :kind, :reference, :payee_name, :what_for, :amount_pence, :decided_on, :decided_by, :recorded_at, :recorded_by)
