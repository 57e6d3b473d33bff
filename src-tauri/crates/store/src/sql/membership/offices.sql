SELECT o.office_term_id, o.member_id, o.office, o.begins_on, o.how, e.ended_on
FROM office_term AS o LEFT JOIN office_end AS e USING (office_term_id)
ORDER BY o.begins_on, o.office_term_id
