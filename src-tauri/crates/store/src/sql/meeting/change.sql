UPDATE meeting SET kind = :kind, held_on = :held_on, starts_at = :starts_at, place = :place
WHERE meeting_id = :meeting_id
