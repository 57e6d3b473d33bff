-- no full scan
DELETE FROM sealing WHERE subject = :subject AND kind = :kind
