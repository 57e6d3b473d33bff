-- no full scan
SELECT f.payee_account_id, f.outcome, f.bank_name, f.action, f.seen_on, f.seen_by
FROM payee_account AS a
CROSS JOIN payee_confirmation AS f USING (payee_account_id)
WHERE a.grant_id BETWEEN :from AND :to
ORDER BY f.payee_account_id, f.seen_on, f.recorded_at, f.payee_confirmation_id
