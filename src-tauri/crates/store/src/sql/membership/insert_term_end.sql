INSERT INTO term_end (term_id, ended_on, why, told_on, item_id, vote, blob_id, recorded_at, recorded_by)
VALUES (:term_id, :ended_on, :why, :told_on, :item_id, :vote, :blob_id, :recorded_at, :recorded_by)
