SELECT p.member_paper_id, p.member_id, p.kind, p.done_on, p.blob_id
FROM member_paper AS p
WHERE p.member_id BETWEEN :from AND :to
    AND NOT EXISTS (SELECT 1 FROM member_paper_void AS v WHERE v.member_paper_id = p.member_paper_id)
ORDER BY p.member_id, p.done_on, p.member_paper_id
