-- no full scan
UPDATE partnership SET recovery_recipient = :recipient, recovery_fingerprint = :fingerprint WHERE one = 1
