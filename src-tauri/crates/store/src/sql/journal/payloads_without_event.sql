SELECT count(*) AS strays FROM event_payload WHERE seq NOT IN (SELECT seq FROM event)
