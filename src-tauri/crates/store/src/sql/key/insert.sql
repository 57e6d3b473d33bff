INSERT INTO member_key (member_key_id, member_id, recipient, verifying_key, fingerprint, at_register, started_at)
VALUES (:member_key_id, :member_id, :recipient, :verifying_key, :fingerprint, :at_register, :started_at)
