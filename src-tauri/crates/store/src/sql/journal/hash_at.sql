-- no full scan
SELECT hash FROM event WHERE seq = :seq
