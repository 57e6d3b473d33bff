INSERT INTO receipt (receipt_id, grant_id, cost_line_id, amount_pence, accepted_pence, spent_on, what, attachment_id, recorded_at, recorded_by)
VALUES (:receipt_id, :grant_id, :cost_line_id, :amount_pence, :accepted_pence, :spent_on, :what, :attachment_id, :recorded_at, :recorded_by)
