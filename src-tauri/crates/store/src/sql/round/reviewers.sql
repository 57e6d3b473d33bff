-- no full scan
SELECT round_id, place, member_id, medium FROM round_reviewer WHERE round_id BETWEEN :from AND :to ORDER BY round_id, place
