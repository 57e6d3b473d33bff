INSERT INTO review
    (review_id, round_id, application_id, version, member_id, signed, made_at, blob_id, pack_id, typed_by, late, brought_in_at)
VALUES
    (:review_id, :round_id, :application_id, :version, :member_id, :signed, :made_at, :blob_id, :pack_id, :typed_by, :late, :brought_in_at)
