UPDATE item
SET kind = :kind, application_id = :application_id, minutes_of = :minutes_of, about_member = :about_member, public = :public,
    blob_id = :blob_id, opened = :opened
WHERE item_id = :item_id
