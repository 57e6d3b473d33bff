-- no full scan
SELECT grant_id, application_id, decision_id, code, amount_pence, awarded_on, ends_on, return_by
FROM grant_award
WHERE application_id BETWEEN :from AND :to
ORDER BY application_id
