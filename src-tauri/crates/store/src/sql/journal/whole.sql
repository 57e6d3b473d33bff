SELECT e.seq, e.event_id, e.at, e.member_id, e.kind, e.subject, e.commitment, e.previous, e.hash, e.signed, e.signature,
    p.seq AS payload_seq, p.salt, p.payload, p.erased_at
FROM event AS e
LEFT JOIN event_payload AS p USING (seq)
ORDER BY e.seq
