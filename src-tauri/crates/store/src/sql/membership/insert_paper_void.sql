INSERT INTO member_paper_void (member_paper_id, recorded_at, recorded_by)
VALUES (:member_paper_id, :recorded_at, :recorded_by)
