-- no full scan
SELECT round_id, application_id FROM round_application WHERE round_id BETWEEN :from AND :to ORDER BY round_id, place
