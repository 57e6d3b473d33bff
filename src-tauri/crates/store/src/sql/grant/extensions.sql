-- no full scan
SELECT grant_id, ends_on, reason, recorded_on, recorded_by
FROM extension
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id, extension_id
