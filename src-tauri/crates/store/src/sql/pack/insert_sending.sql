INSERT INTO sending (sending_id, round_id, member_id, medium, file_name, head_seq, head_hash, sent_at, sent_by)
VALUES (:sending_id, :round_id, :member_id, :medium, :file_name, :head_seq, :head_hash, :sent_at, :sent_by)
