SELECT virement_id, plan_id, from_code, from_place, to_code, to_place, amount_pence, decided_on, decided_by, reason, recorded_by
FROM virement
ORDER BY decided_on, virement_id
