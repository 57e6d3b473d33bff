-- no full scan
DELETE FROM wording_draft
WHERE member_id = :member_id AND document = :document
