INSERT INTO entry (entry_id, meeting_id, item_id, kind, strikes, happened_at, blob_id, opened, recorded_at, recorded_by)
VALUES (:entry_id, :meeting_id, :item_id, :kind, :strikes, :happened_at, :blob_id, :opened, :recorded_at, :recorded_by)
