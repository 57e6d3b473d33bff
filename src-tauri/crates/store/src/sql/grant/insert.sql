INSERT INTO grant_award (grant_id, application_id, decision_id, code, amount_pence, awarded_on, ends_on, return_by)
VALUES (:grant_id, :application_id, :decision_id, :code, :amount_pence, :awarded_on, :ends_on, :return_by)
