INSERT INTO draw_down (draw_down_id, plan_id, amount_pence, received_on, note, recorded_at, recorded_by)
VALUES (:draw_down_id, :plan_id, :amount_pence, :received_on, :note, :recorded_at, :recorded_by)
