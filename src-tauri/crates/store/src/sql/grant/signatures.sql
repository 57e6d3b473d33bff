-- no full scan
SELECT grant_id, party, name, position, signed_on, attachment_id, recorded_by
FROM signature
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id, signed_on, signature_id
