DELETE FROM paper
WHERE paper_id = :paper_id
