INSERT INTO priority (priority_id, plan_id, number, name)
VALUES (:priority_id, :plan_id, :number, :name)
