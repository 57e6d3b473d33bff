INSERT INTO plan (plan_id, name, starts_on, ends_on)
VALUES (:plan_id, :name, :starts_on, :ends_on)
