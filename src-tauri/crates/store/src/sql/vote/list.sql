-- no full scan
SELECT v.email_vote_id, v.application_id, v.opened_on, v.closes_on, v.needed, v.blob_id, v.recorded_by,
    c.closed_on, c.blob_id AS close_blob_id, c.recorded_by AS closed_by
FROM email_vote AS v LEFT JOIN email_vote_close AS c USING (email_vote_id)
WHERE v.email_vote_id BETWEEN :from AND :to
ORDER BY v.email_vote_id
