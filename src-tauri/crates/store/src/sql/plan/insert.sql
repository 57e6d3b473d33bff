INSERT INTO plan (plan_id, name, starts_on, ends_on, words, adopted_on, adopted_by)
VALUES (:plan_id, :name, :starts_on, :ends_on, :words, :adopted_on, :adopted_by)
