INSERT INTO fund (one, plan_id, code, name, prefix)
VALUES (1, :plan_id, :code, :name, :prefix)
