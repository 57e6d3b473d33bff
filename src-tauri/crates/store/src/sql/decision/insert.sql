INSERT INTO decision (decision_id, application_id, outcome, amount_pence, decided_on, body, blob_id, opened, recorded_at, recorded_by)
VALUES (:decision_id, :application_id, :outcome, :amount_pence, :decided_on, :body, :blob_id, :opened, :recorded_at, :recorded_by)
