INSERT INTO office_term (office_term_id, member_id, office, begins_on, how, votes, recorded_at, recorded_by)
VALUES (:office_term_id, :member_id, :office, :begins_on, :how, :votes, :recorded_at, :recorded_by)
