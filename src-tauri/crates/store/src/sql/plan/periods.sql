SELECT name, starts_on, ends_on FROM period WHERE plan_id = :plan_id ORDER BY place
