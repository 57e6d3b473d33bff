INSERT INTO sending_item (sending_id, application_id, version) VALUES (:sending_id, :application_id, :version)
