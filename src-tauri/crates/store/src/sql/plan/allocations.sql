SELECT code, place, amount_pence FROM allocation WHERE plan_id = :plan_id ORDER BY code, place
