INSERT INTO payment_seen (payment_id, way, seen_on, words, recorded_at, recorded_by)
VALUES (:payment_id, :way, :seen_on, :words, :recorded_at, :recorded_by)
