INSERT INTO reader_list (recipients) VALUES (:recipients) ON CONFLICT (recipients) DO NOTHING
