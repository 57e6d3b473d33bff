INSERT INTO complaint (complaint_id, kind, application_id, about_member, received_on, blob_id, recorded_at, recorded_by)
VALUES (:complaint_id, :kind, :application_id, :about_member, :received_on, :blob_id, :recorded_at, :recorded_by)
