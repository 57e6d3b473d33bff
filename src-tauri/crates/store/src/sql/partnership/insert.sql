INSERT INTO partnership (one, register_id, name, recovery_recipient, recovery_fingerprint, created_at)
VALUES (1, :register_id, :name, :recovery_recipient, :recovery_fingerprint, :created_at)
