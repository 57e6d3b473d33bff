SELECT max(reference_number) AS highest FROM application
WHERE reference_prefix = :prefix AND reference_year = :year AND reference_number IS NOT NULL
