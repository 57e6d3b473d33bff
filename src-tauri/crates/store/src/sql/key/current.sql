SELECT k.member_id, m.name, m.role, k.recipient, k.verifying_key, k.fingerprint, k.at_register, k.started_at
FROM member_key AS k
JOIN member AS m USING (member_id)
WHERE k.ended_at IS NULL
ORDER BY k.started_at, k.member_key_id
