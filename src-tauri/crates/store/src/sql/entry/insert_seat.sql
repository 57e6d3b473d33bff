INSERT INTO meeting_roll (meeting_id, member_id, resident, office, lto) VALUES (:meeting_id, :member_id, :resident, :office, :lto)
