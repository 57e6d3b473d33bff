INSERT INTO email_vote_roll (email_vote_id, member_id)
VALUES (:email_vote_id, :member_id)
