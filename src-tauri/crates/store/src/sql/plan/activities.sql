SELECT code, name, priority, year_before_pence FROM activity WHERE plan_id = :plan_id ORDER BY place, code
