-- no full scan
SELECT name, role FROM member WHERE member_id = :member_id
