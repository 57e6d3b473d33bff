-- no full scan
SELECT p.award_payment_id, p.award_id, p.amount_pence, p.paid_on, p.reference, p.recorded_by, u.way, u.undone_on, u.reason
FROM award_payment AS p
LEFT JOIN award_payment_undoing AS u USING (award_payment_id)
WHERE p.award_id BETWEEN :from AND :to
ORDER BY p.award_id, p.paid_on, p.award_payment_id
