-- Declared interests, the standing register of interests, embargoes other than those on applications, and the list of
-- readers for whom each sealed subject was last sealed.

-- What was said about an interest in an application: by the member, or by the chair who settled it. The answer stands
-- open, since it decides who may read. The words are sealed with the application: how it arises, and why it was settled so.
CREATE TABLE interest (
    place          INTEGER PRIMARY KEY CHECK (place > 0),
    interest_id    BLOB NOT NULL UNIQUE CHECK (length(interest_id) = 16),
    application_id BLOB NOT NULL REFERENCES application,
    member_id      BLOB NOT NULL REFERENCES member,
    answer         TEXT NOT NULL CHECK (answer IN ('none', 'interest', 'unsure', 'ruled-none', 'ruled-interest')),
    -- Typed here, signed elsewhere by the member, or typed in from paper on their behalf.
    way            TEXT NOT NULL CHECK (way IN ('here', 'signed', 'paper')),
    blob_id        BLOB REFERENCES blob,
    said_on        TEXT NOT NULL CHECK (said_on IS date(said_on)),
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB NOT NULL REFERENCES member (member_id)
) STRICT;

CREATE INDEX interest_of_application ON interest (application_id, place);
CREATE INDEX interest_that_is_not_none ON interest (application_id) WHERE answer <> 'none';
CREATE INDEX interest_blob ON interest (blob_id) WHERE blob_id IS NOT NULL;

-- What members have told of themselves, whatever comes before the partnership (§8.12).
CREATE TABLE standing_interest (
    standing_interest_id BLOB PRIMARY KEY CHECK (length(standing_interest_id) = 16),
    member_id            BLOB NOT NULL REFERENCES member,
    body                 TEXT NOT NULL CHECK (length(trim(body)) > 0),
    how                  TEXT NOT NULL CHECK (length(trim(how)) > 0),
    kind                 TEXT NOT NULL CHECK (kind IN ('financial', 'personal', 'loyalty')),
    reach                TEXT NOT NULL CHECK (reach IN ('direct', 'indirect')),
    since                TEXT NOT NULL CHECK (since IS date(since)),
    recorded_at          TEXT NOT NULL,
    recorded_by          BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE standing_interest_end (
    standing_interest_id BLOB PRIMARY KEY REFERENCES standing_interest,
    ended_on             TEXT NOT NULL CHECK (ended_on IS date(ended_on)),
    recorded_at          TEXT NOT NULL,
    recorded_by          BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- An application that was opened before its group was told.
CREATE TABLE application_opening (
    application_id BLOB PRIMARY KEY REFERENCES application,
    opened_on      TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
    reason         TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at    TEXT NOT NULL,
    opened_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- An embargo on an item of a meeting or on a document. What it is about, why in words, and what ends it are sealed.
CREATE TABLE embargo (
    embargo_id BLOB PRIMARY KEY CHECK (length(embargo_id) = 16),
    subject    TEXT NOT NULL CHECK (subject IN ('meeting-item', 'document')),
    reason     TEXT NOT NULL CHECK (length(reason) > 0),
    started_on TEXT NOT NULL CHECK (started_on IS date(started_on)),
    -- The last day. None when an event ends it.
    until_date TEXT CHECK (until_date IS NULL OR (until_date IS date(until_date) AND until_date >= started_on)),
    blob_id    BLOB NOT NULL REFERENCES blob,
    set_at     TEXT NOT NULL,
    set_by     BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX embargo_blob ON embargo (blob_id);

CREATE TABLE embargo_end (
    embargo_id  BLOB PRIMARY KEY REFERENCES embargo,
    ended_on    TEXT NOT NULL CHECK (ended_on IS date(ended_on)),
    -- Why it was opened early. None when what was to end it happened.
    reason      TEXT CHECK (reason IS NULL OR length(trim(reason)) > 0),
    recorded_at TEXT NOT NULL,
    ended_by    BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- Who was told of an embargo, on an application or on something else: the names are sealed.
CREATE TABLE embargo_told (
    embargo_told_id BLOB PRIMARY KEY CHECK (length(embargo_told_id) = 16),
    application_id  BLOB REFERENCES application,
    embargo_id      BLOB REFERENCES embargo,
    blob_id         BLOB NOT NULL REFERENCES blob,
    told_on         TEXT NOT NULL CHECK (told_on IS date(told_on)),
    recorded_at     TEXT NOT NULL,
    recorded_by     BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((application_id IS NULL) <> (embargo_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX embargo_told_of_application ON embargo_told (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX embargo_told_of_embargo ON embargo_told (embargo_id) WHERE embargo_id IS NOT NULL;
CREATE INDEX embargo_told_blob ON embargo_told (blob_id);

-- Lists of public keys, sorted, one a line.
CREATE TABLE reader_list (
    reader_list_id INTEGER PRIMARY KEY,
    recipients     TEXT NOT NULL UNIQUE CHECK (length(recipients) > 0)
) STRICT;

-- For whom the blobs of a subject were last sealed, every one of them. No list: not all of them alike, or not known.
CREATE TABLE sealing (
    subject        BLOB NOT NULL CHECK (length(subject) = 16),
    kind           TEXT NOT NULL CHECK (length(kind) > 0),
    reader_list_id INTEGER REFERENCES reader_list,
    PRIMARY KEY (subject, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX sealing_by_list ON sealing (kind, reader_list_id);

-- What stands sealed already was sealed for readers nobody noted.
INSERT INTO sealing (subject, kind)
SELECT application_id, CASE WHEN EXISTS (
    SELECT 1 FROM decision AS d JOIN decision_telling AS t USING (decision_id)
    WHERE d.application_id = a.application_id AND d.outcome <> 'deferred'
) THEN 'opened' ELSE 'application' END
FROM application AS a;
INSERT INTO sealing (subject, kind)
SELECT DISTINCT grant_id, 'account' FROM payee_account;

-- What was said, set and told is a fact: nothing changes it and nothing takes it away.
CREATE TRIGGER interest_is_never_changed BEFORE UPDATE ON interest BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER standing_interest_is_never_changed BEFORE UPDATE ON standing_interest BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER standing_interest_end_is_never_changed BEFORE UPDATE ON standing_interest_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER application_opening_is_never_changed BEFORE UPDATE ON application_opening BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER embargo_is_never_changed BEFORE UPDATE ON embargo BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER embargo_end_is_never_changed BEFORE UPDATE ON embargo_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER embargo_told_is_never_changed BEFORE UPDATE ON embargo_told BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER interest_is_never_taken_away BEFORE DELETE ON interest BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER standing_interest_is_never_taken_away BEFORE DELETE ON standing_interest BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER standing_interest_end_is_never_taken_away BEFORE DELETE ON standing_interest_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER application_opening_is_never_taken_away BEFORE DELETE ON application_opening BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER embargo_is_never_taken_away BEFORE DELETE ON embargo BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER embargo_end_is_never_taken_away BEFORE DELETE ON embargo_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER embargo_told_is_never_taken_away BEFORE DELETE ON embargo_told BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
