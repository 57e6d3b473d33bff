-- no full scan
SELECT blob_id FROM member_paper WHERE member_id = :subject AND blob_id IS NOT NULL
UNION ALL
SELECT e.blob_id FROM term AS t JOIN term_end AS e USING (term_id) WHERE t.member_id = :subject AND e.blob_id IS NOT NULL
UNION ALL
SELECT blob_id FROM joining WHERE joining_id = :subject
