INSERT INTO member_paper (member_paper_id, member_id, kind, done_on, blob_id, recorded_at, recorded_by)
VALUES (:member_paper_id, :member_id, :kind, :done_on, :blob_id, :recorded_at, :recorded_by)
