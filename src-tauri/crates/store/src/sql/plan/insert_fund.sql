INSERT INTO plan_fund (plan_id, code, name, prefix)
VALUES (:plan_id, :code, :name, :prefix)
