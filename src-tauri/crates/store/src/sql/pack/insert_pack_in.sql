INSERT INTO pack_in
    (pack_id, manifest_sha256, round_id, member_id, in_reply_to, made_at, opened_at, history_differs, brought_in_at, brought_in_by)
VALUES
    (:pack_id, :manifest_sha256, :round_id, :member_id, :in_reply_to, :made_at, :opened_at, :history_differs, :brought_in_at, :brought_in_by)
