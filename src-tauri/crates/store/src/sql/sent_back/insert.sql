INSERT INTO money_sent_back (money_sent_back_id, grant_id, amount_pence, sent_back_on, reference, recorded_at, recorded_by)
VALUES (:money_sent_back_id, :grant_id, :amount_pence, :sent_back_on, :reference, :recorded_at, :recorded_by)
