INSERT INTO activity (plan_id, code, name, priority, year_before_pence, place)
VALUES (:plan_id, :code, :name, :priority, :year_before_pence, :place)
