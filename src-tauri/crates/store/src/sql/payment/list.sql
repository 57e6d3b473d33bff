-- no full scan
SELECT p.payment_id, p.grant_id, p.amount_pence, p.paid_on, p.reference, p.method, p.recorded_by, u.way, u.undone_on, u.reason, u.recorded_by AS undone_by
FROM payment AS p
LEFT JOIN payment_undoing AS u USING (payment_id)
WHERE p.grant_id BETWEEN :from AND :to
ORDER BY p.grant_id, p.paid_on, p.payment_id
