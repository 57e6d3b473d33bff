-- no full scan
SELECT i.item_id, i.meeting_id, i.place, i.kind, i.application_id, i.minutes_of, i.about_member, i.public, i.blob_id, i.opened, i.comes_from,
    i.added_on, i.added_by
FROM item AS i
WHERE i.application_id IS NOT NULL AND i.application_id = :application_id
ORDER BY i.item_id
