-- no full scan
UPDATE event_payload
SET payload = NULL, salt = NULL, erased_at = :erased_at, erased_by = :erased_by, reason = :reason
WHERE seq = :seq AND payload IS NOT NULL
