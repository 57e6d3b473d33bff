INSERT INTO event (seq, event_id, at, member_id, kind, subject, commitment, previous, hash, signed, signature)
VALUES (:seq, :event_id, :at, :member_id, :kind, :subject, :commitment, :previous, :hash, :signed, :signature)
