UPDATE plan SET words = :words WHERE plan_id = :plan_id
