-- no full scan
SELECT a.application_id
FROM application AS a
WHERE a.application_id BETWEEN :from AND :to
    AND (
        EXISTS (SELECT 1 FROM round_application AS r JOIN sending AS s USING (round_id) WHERE r.application_id = a.application_id)
        OR EXISTS (SELECT 1 FROM review AS v WHERE v.application_id = a.application_id)
    )
