-- no full scan
SELECT grant_id, amount_pence, sent_back_on, reference, recorded_by
FROM money_sent_back
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id, money_sent_back_id
