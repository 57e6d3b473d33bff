-- The choices of the constitution.

-- What the partnership chose where the plan is silent or says two things: each row is the whole set, the day from which it
-- holds, and why. The set that holds on a day is that of the latest day not after it; of two from one day, the later row.
CREATE TABLE constitution (
    place       INTEGER PRIMARY KEY CHECK (place > 0),
    from_date   TEXT NOT NULL CHECK (from_date IS date(from_date)),
    choices     TEXT NOT NULL CHECK (json_valid(choices)),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT;

CREATE TRIGGER constitution_is_never_changed BEFORE UPDATE ON constitution BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER constitution_is_never_taken_away BEFORE DELETE ON constitution BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
