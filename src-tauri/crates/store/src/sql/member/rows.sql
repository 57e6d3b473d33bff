SELECT m.member_id, m.name, m.role, m.residency, m.started_on, m.term_ends_on, m.ended_on, m.left_reason,
    k.fingerprint, k.at_register, k.started_at
FROM member AS m
LEFT JOIN member_key AS k ON k.member_id = m.member_id AND k.ended_at IS NULL
ORDER BY m.name, m.member_id
