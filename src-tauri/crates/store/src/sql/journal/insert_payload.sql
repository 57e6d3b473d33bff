INSERT INTO event_payload (seq, salt, payload) VALUES (:seq, :salt, :payload)
