-- no full scan
SELECT blob_id FROM email_vote WHERE application_id = :application_id
UNION ALL
SELECT b.blob_id FROM email_vote AS v JOIN ballot AS b USING (email_vote_id) WHERE v.application_id = :application_id
UNION ALL
SELECT c.blob_id FROM email_vote AS v JOIN email_vote_close AS c USING (email_vote_id) WHERE v.application_id = :application_id
