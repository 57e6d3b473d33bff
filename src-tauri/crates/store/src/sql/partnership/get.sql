SELECT register_id, name, recovery_recipient, recovery_fingerprint, created_at FROM partnership
