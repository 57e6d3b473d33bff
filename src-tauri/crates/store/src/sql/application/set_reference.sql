UPDATE application
SET reference_prefix = :reference_prefix, reference_year = :reference_year, reference_number = :reference_number, received_on = :received_on
WHERE application_id = :application_id AND reference_number IS NULL
