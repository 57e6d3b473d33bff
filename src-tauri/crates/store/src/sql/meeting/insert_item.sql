INSERT INTO item (
    item_id, meeting_id, place, kind, application_id, minutes_of, about_member, public, blob_id, opened, comes_from, added_on, added_by
)
VALUES (
    :item_id, :meeting_id, :place, :kind, :application_id, :minutes_of, :about_member, :public, :blob_id, :opened, :comes_from, :added_on,
    :added_by
)
