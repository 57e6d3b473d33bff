-- no full scan
SELECT p.payment_id, p.grant_id, p.amount_pence, p.paid_on, p.reference, p.method, p.recorded_by,
    u.way, u.undone_on, u.reason, u.recorded_by AS undone_by, a.approved_by,
    o.seen_on, o.words AS seen_words, o.recorded_by AS seen_by, b.seen_on AS back_on, b.words AS back_words, b.recorded_by AS back_by
FROM payment AS p
LEFT JOIN payment_undoing AS u USING (payment_id)
LEFT JOIN payment_approval AS a USING (payment_id)
LEFT JOIN payment_seen AS o ON o.payment_id = p.payment_id AND o.way = 'out'
LEFT JOIN payment_seen AS b ON b.payment_id = p.payment_id AND b.way = 'back'
WHERE p.grant_id BETWEEN :from AND :to
ORDER BY p.grant_id, p.paid_on, p.payment_id
