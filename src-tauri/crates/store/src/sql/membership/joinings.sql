SELECT j.joining_id, j.met_on, j.met_by, j.and_by, j.eligible, j.blob_id,
    v.voted_on, v.residents, v.advisers, v.agreed, v.term_id
FROM joining AS j LEFT JOIN joining_vote AS v USING (joining_id)
ORDER BY j.met_on, j.joining_id
