-- no full scan
SELECT meeting_id, place, given_on
FROM notice
WHERE meeting_id BETWEEN :from AND :to
ORDER BY meeting_id, notice_id
