INSERT INTO interest (place, interest_id, application_id, member_id, answer, way, blob_id, said_on, recorded_at, recorded_by)
VALUES (
    (SELECT coalesce(max(place), 0) + 1 FROM interest), :interest_id, :application_id, :member_id, :answer, :way, :blob_id,
    :said_on, :recorded_at, :recorded_by
)
