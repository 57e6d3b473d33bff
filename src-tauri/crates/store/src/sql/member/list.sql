SELECT member_id, name, role FROM member ORDER BY name, member_id
