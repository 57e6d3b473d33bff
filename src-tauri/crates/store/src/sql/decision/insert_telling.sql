INSERT INTO decision_telling (decision_id, told_on, how, recorded_at, recorded_by)
VALUES (:decision_id, :told_on, :how, :recorded_at, :recorded_by)
