UPDATE application_version SET blob_id = NULL, opened = :opened
WHERE application_id = :application_id AND version = :version
