INSERT INTO term (term_id, member_id, seat, begins_on, ends_on, how, recorded_at, recorded_by)
VALUES (:term_id, :member_id, :seat, :begins_on, :ends_on, :how, :recorded_at, :recorded_by)
