SELECT from_date, choices, reason, recorded_at, recorded_by
FROM constitution
ORDER BY place
