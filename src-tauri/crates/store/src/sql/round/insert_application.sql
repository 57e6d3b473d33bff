INSERT INTO round_application (round_id, place, application_id) VALUES (:round_id, :place, :application_id)
