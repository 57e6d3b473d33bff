UPDATE meeting SET called_off_reason = :reason
WHERE meeting_id = :meeting_id
