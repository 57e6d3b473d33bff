-- no full scan
SELECT member_id
FROM email_vote_roll
WHERE email_vote_id = :email_vote_id
