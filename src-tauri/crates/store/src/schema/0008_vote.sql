-- The choices of the constitution, votes between meetings by e-mail, and complaints.
--
-- All of these are facts: a later ballot, a step, an end is one more. What a vote is about, who voted how, and who complained
-- of what are sealed.

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

-- A vote by e-mail on an application (§8.6). Who may vote, and how many must agree, are those of the day it opened. What is
-- proposed stays sealed to those who read applications, as their reviews do: the decision says it to everybody else.
CREATE TABLE email_vote (
    email_vote_id  BLOB PRIMARY KEY CHECK (length(email_vote_id) = 16),
    application_id BLOB NOT NULL REFERENCES application,
    opened_on      TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
    closes_on      TEXT NOT NULL CHECK (closes_on IS date(closes_on) AND closes_on > opened_on),
    needed         INTEGER NOT NULL CHECK (needed > 0),
    blob_id        BLOB NOT NULL REFERENCES blob,
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX email_vote_of_application ON email_vote (application_id);
CREATE INDEX email_vote_blob ON email_vote (blob_id);

CREATE TABLE email_vote_roll (
    email_vote_id BLOB NOT NULL REFERENCES email_vote,
    member_id     BLOB NOT NULL REFERENCES member,
    PRIMARY KEY (email_vote_id, member_id)
) STRICT, WITHOUT ROWID;

-- Who voted, when and how: all of it is sealed.
CREATE TABLE ballot (
    place         INTEGER PRIMARY KEY CHECK (place > 0),
    email_vote_id BLOB NOT NULL REFERENCES email_vote,
    blob_id       BLOB NOT NULL REFERENCES blob,
    recorded_at   TEXT NOT NULL,
    recorded_by   BLOB NOT NULL REFERENCES member (member_id)
) STRICT;

CREATE INDEX ballot_of_vote ON ballot (email_vote_id, place);
CREATE INDEX ballot_blob ON ballot (blob_id);

-- A vote is over: counted, or stopped for a reason. What came of it is sealed.
CREATE TABLE email_vote_close (
    email_vote_id BLOB PRIMARY KEY REFERENCES email_vote,
    closed_on     TEXT NOT NULL CHECK (closed_on IS date(closed_on)),
    blob_id       BLOB NOT NULL REFERENCES blob,
    recorded_at   TEXT NOT NULL,
    recorded_by   BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX email_vote_close_blob ON email_vote_close (blob_id);

-- An appeal against a decision, a complaint, or one about personal data. Who complained, and of what, is sealed to those who
-- record decisions, without whoever it is about.
CREATE TABLE complaint (
    complaint_id   BLOB PRIMARY KEY CHECK (length(complaint_id) = 16),
    kind           TEXT NOT NULL CHECK (kind IN ('appeal', 'complaint', 'data-protection')),
    application_id BLOB REFERENCES application,
    about_member   BLOB REFERENCES member (member_id),
    received_on    TEXT NOT NULL CHECK (received_on IS date(received_on)),
    blob_id        BLOB NOT NULL REFERENCES blob,
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((application_id IS NOT NULL) = (kind = 'appeal'))
) STRICT, WITHOUT ROWID;

CREATE INDEX complaint_blob ON complaint (blob_id);

CREATE TABLE complaint_step (
    place        INTEGER PRIMARY KEY CHECK (place > 0),
    complaint_id BLOB NOT NULL REFERENCES complaint,
    kind         TEXT NOT NULL CHECK (kind IN ('acknowledged', 'note', 'outcome')),
    happened_on  TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
    blob_id      BLOB NOT NULL REFERENCES blob,
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT;

CREATE INDEX complaint_step_of_complaint ON complaint_step (complaint_id, place);
CREATE INDEX complaint_step_blob ON complaint_step (blob_id);

CREATE TRIGGER email_vote_is_never_changed BEFORE UPDATE ON email_vote BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER email_vote_is_never_taken_away BEFORE DELETE ON email_vote BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER email_vote_roll_is_never_changed BEFORE UPDATE ON email_vote_roll BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER email_vote_roll_is_never_taken_away BEFORE DELETE ON email_vote_roll BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER ballot_is_never_changed BEFORE UPDATE ON ballot BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER ballot_is_never_taken_away BEFORE DELETE ON ballot BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER email_vote_close_is_never_changed BEFORE UPDATE ON email_vote_close BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER email_vote_close_is_never_taken_away BEFORE DELETE ON email_vote_close BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER complaint_is_never_changed BEFORE UPDATE ON complaint BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER complaint_is_never_taken_away BEFORE DELETE ON complaint BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER complaint_step_is_never_changed BEFORE UPDATE ON complaint_step BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER complaint_step_is_never_taken_away BEFORE DELETE ON complaint_step BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;

-- A vote that is over takes no ballot.
CREATE TRIGGER closed_vote_takes_no_ballot BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM email_vote_close WHERE email_vote_id = NEW.email_vote_id)
BEGIN
    SELECT RAISE(ABORT, 'this vote is over');
END;
