-- no full scan
SELECT i.sending_id, i.application_id, i.version
FROM sending AS s
JOIN sending_item AS i USING (sending_id)
WHERE s.round_id BETWEEN :from AND :to
