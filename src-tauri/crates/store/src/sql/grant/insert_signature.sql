INSERT INTO signature (signature_id, grant_id, party, name, position, signed_on, attachment_id, recorded_at, recorded_by)
VALUES (:signature_id, :grant_id, :party, :name, :position, :signed_on, :attachment_id, :recorded_at, :recorded_by)
