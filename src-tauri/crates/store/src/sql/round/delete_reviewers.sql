-- no full scan
DELETE FROM round_reviewer WHERE round_id = :round_id
