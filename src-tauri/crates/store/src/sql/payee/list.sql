-- no full scan
SELECT a.payee_account_id, a.grant_id, a.blob_id, a.last_four, a.recorded_on, a.recorded_by, c.method, c.checked_on, c.checked_by,
    m.outcome AS modulus, e.erased_on, e.recorded_by AS erased_by
FROM payee_account AS a
LEFT JOIN payee_check AS c USING (payee_account_id)
LEFT JOIN payee_modulus AS m USING (payee_account_id)
LEFT JOIN payee_erasure AS e USING (payee_account_id)
WHERE a.grant_id BETWEEN :from AND :to
ORDER BY a.grant_id, a.payee_account_id
