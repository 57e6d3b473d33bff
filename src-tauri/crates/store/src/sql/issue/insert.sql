INSERT INTO issue (
    issue_id, code, kind, subject, day, application_id, size, pages, wording_version, issued_on, recorded_at, issued_by, blob_id
)
VALUES (
    :issue_id, :code, :kind, :subject, :day, :application_id, :size, :pages, :wording_version, :issued_on, :recorded_at, :issued_by,
    :blob_id
)
