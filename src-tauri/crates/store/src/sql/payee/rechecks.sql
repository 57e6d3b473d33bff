-- no full scan
SELECT r.payee_account_id, r.method, r.checked_on, r.checked_by
FROM payee_account AS a
CROSS JOIN payee_recheck AS r USING (payee_account_id)
WHERE a.grant_id BETWEEN :from AND :to
ORDER BY r.payee_account_id, r.checked_on, r.recorded_at, r.payee_recheck_id
