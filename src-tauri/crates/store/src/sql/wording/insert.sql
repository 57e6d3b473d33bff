INSERT INTO wording (document, version, text, made_on, recorded_at, made_by)
VALUES (:document, :version, :text, :made_on, :recorded_at, :made_by)
