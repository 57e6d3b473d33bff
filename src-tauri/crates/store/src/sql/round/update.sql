-- no full scan
UPDATE round SET name = :name, return_by = :return_by, criteria = :criteria WHERE round_id = :round_id
