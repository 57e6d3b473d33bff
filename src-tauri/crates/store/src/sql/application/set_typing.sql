UPDATE application SET typing_blob_id = :typing_blob_id, revision = :revision
WHERE application_id = :application_id AND revision = :former
