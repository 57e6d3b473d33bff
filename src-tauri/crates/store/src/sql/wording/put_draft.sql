INSERT INTO wording_draft (member_id, document, text, version, kept_on)
VALUES (:member_id, :document, :text, :version, :kept_on)
ON CONFLICT (member_id, document) DO UPDATE SET text = excluded.text, version = excluded.version, kept_on = excluded.kept_on
