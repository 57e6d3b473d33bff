INSERT INTO draw_down_voiding (draw_down_id, reason, recorded_at, recorded_by)
VALUES (:draw_down_id, :reason, :recorded_at, :recorded_by)
