-- no full scan
SELECT e.seq, e.event_id, e.at, e.member_id, e.kind, e.subject, e.signed, p.payload, p.erased_at, p.erased_by, p.reason
FROM event AS e
JOIN event_payload AS p USING (seq)
WHERE e.subject = :subject AND e.seq < :before
ORDER BY e.seq DESC
LIMIT :limit
