INSERT INTO period (plan_id, place, name, starts_on, ends_on)
VALUES (:plan_id, :place, :name, :starts_on, :ends_on)
