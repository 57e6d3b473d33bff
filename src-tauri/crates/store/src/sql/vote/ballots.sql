-- no full scan
SELECT blob_id, recorded_by
FROM ballot
WHERE email_vote_id = :email_vote_id
ORDER BY place
