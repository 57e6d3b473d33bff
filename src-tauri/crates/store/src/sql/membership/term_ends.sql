SELECT e.term_id, t.member_id, e.ended_on, e.why, e.told_on, e.item_id, e.vote, e.blob_id
FROM term_end AS e JOIN term AS t USING (term_id)
WHERE t.member_id BETWEEN :from AND :to
ORDER BY t.begins_on, e.term_id
