SELECT priority_id, number, name FROM priority WHERE plan_id = :plan_id ORDER BY number
