-- no full scan
SELECT seq, hash FROM event WHERE seq = (SELECT max(seq) FROM event)
