INSERT INTO extension (extension_id, grant_id, ends_on, reason, recorded_on, recorded_by)
VALUES (:extension_id, :grant_id, :ends_on, :reason, :recorded_on, :recorded_by)
