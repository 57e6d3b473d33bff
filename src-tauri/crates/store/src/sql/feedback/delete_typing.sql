DELETE FROM feedback_typing WHERE grant_id = :grant_id
