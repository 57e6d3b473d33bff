-- no full scan
SELECT e.embargo_id, e.subject, e.reason, e.started_on, e.until_date, e.blob_id, e.set_by, n.ended_on, n.reason AS end_reason, n.ended_by
FROM embargo AS e LEFT JOIN embargo_end AS n USING (embargo_id)
WHERE e.embargo_id BETWEEN :from AND :to
ORDER BY e.embargo_id
