-- no full scan
DELETE FROM round_application WHERE round_id = :round_id
