-- Meetings: the programme, agendas, notices and papers, what happened in the room, and the minutes.
--
-- Dates, places and agendas are office records and may change until a meeting is held. What happened in the room is a list
-- of facts: the record of a meeting is made from them, and a mistake is struck out by one more. The words of an item on an
-- application are sealed with the application; those of an item declared non-public, to the members who read applications.

CREATE TABLE meeting (
    meeting_id        BLOB PRIMARY KEY CHECK (length(meeting_id) = 16),
    kind              TEXT NOT NULL CHECK (kind IN ('partnership', 'sub-group', 'forum')),
    held_on           TEXT NOT NULL CHECK (held_on IS date(held_on)),
    -- `18:30`, the time in London.
    starts_at         TEXT NOT NULL CHECK (starts_at IS strftime('%H:%M', starts_at)),
    place             TEXT NOT NULL,
    called_off_reason TEXT CHECK (called_off_reason IS NULL OR length(trim(called_off_reason)) > 0),
    planned_at        TEXT NOT NULL,
    planned_by        BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_by_day ON meeting (held_on, meeting_id);

CREATE TABLE item (
    item_id        BLOB PRIMARY KEY CHECK (length(item_id) = 16),
    meeting_id     BLOB NOT NULL REFERENCES meeting,
    place          INTEGER NOT NULL CHECK (place > 0),
    kind           TEXT NOT NULL CHECK (kind IN ('general', 'minutes', 'grant', 'commitment', 'joining', 'removal')),
    application_id BLOB REFERENCES application,
    -- The meeting whose minutes are to be approved.
    minutes_of     BLOB REFERENCES meeting (meeting_id),
    -- Who would be voted off.
    about_member   BLOB REFERENCES member (member_id),
    public         INTEGER NOT NULL CHECK (public IN (0, 1)),
    -- What it is called and what it is about: JSON, sealed when it is not public or is on an application.
    blob_id        BLOB REFERENCES blob,
    opened         TEXT CHECK (opened IS NULL OR json_valid(opened)),
    -- The item that was put off and comes back here.
    comes_from     BLOB REFERENCES item (item_id),
    added_on       TEXT NOT NULL CHECK (added_on IS date(added_on)),
    added_by       BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((blob_id IS NULL) <> (opened IS NULL)),
    CHECK ((application_id IS NOT NULL) = (kind = 'grant')),
    CHECK ((minutes_of IS NOT NULL) = (kind = 'minutes'))
) STRICT, WITHOUT ROWID;

CREATE INDEX item_of_meeting ON item (meeting_id, place);
CREATE INDEX item_of_application ON item (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX item_of_minutes ON item (minutes_of) WHERE minutes_of IS NOT NULL;
CREATE INDEX item_that_comes_back ON item (comes_from) WHERE comes_from IS NOT NULL;
CREATE INDEX item_blob ON item (blob_id) WHERE blob_id IS NOT NULL;

-- A paper for an item. Its name and its bytes are sealed alike, to those who read the item.
CREATE TABLE paper (
    paper_id      BLOB PRIMARY KEY CHECK (length(paper_id) = 16),
    item_id       BLOB NOT NULL REFERENCES item,
    media_type    TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    size          INTEGER NOT NULL CHECK (size > 0),
    blob_id       BLOB NOT NULL REFERENCES blob,
    bytes_blob_id BLOB NOT NULL REFERENCES blob (blob_id),
    added_on      TEXT NOT NULL CHECK (added_on IS date(added_on)),
    added_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_of_item ON paper (item_id);

CREATE TABLE notice (
    notice_id   BLOB PRIMARY KEY CHECK (length(notice_id) = 16),
    meeting_id  BLOB NOT NULL REFERENCES meeting,
    place       TEXT NOT NULL CHECK (place IN ('website', 'hub', 'email', 'members')),
    given_on    TEXT NOT NULL CHECK (given_on IS date(given_on)),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX notice_of_meeting ON notice (meeting_id, notice_id);

-- Who had a seat on the day, written down when the first thing happened at the meeting, with the choices of the
-- constitution that held. Later changes of the members' list change no record.
CREATE TABLE meeting_roll (
    meeting_id BLOB NOT NULL REFERENCES meeting,
    member_id  BLOB NOT NULL REFERENCES member,
    resident   INTEGER NOT NULL CHECK (resident IN (0, 1)),
    office     TEXT CHECK (office IN ('chair', 'vice-chair')),
    lto        INTEGER NOT NULL CHECK (lto IN (0, 1)),
    PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_constitution (
    meeting_id BLOB PRIMARY KEY REFERENCES meeting,
    choices    TEXT NOT NULL CHECK (json_valid(choices))
) STRICT, WITHOUT ROWID;

-- What happened, in order. The words and figures of an entry on an application, or on a non-public item, are sealed.
CREATE TABLE entry (
    place       INTEGER PRIMARY KEY CHECK (place > 0),
    entry_id    BLOB NOT NULL UNIQUE CHECK (length(entry_id) = 16),
    meeting_id  BLOB NOT NULL REFERENCES meeting,
    item_id     BLOB REFERENCES item,
    kind        TEXT NOT NULL CHECK (kind IN (
        'apologies', 'arrived', 'left', 'took-chair', 'heads', 'started', 'taken', 'declared', 'took-part', 'resolved',
        'put-off', 'noted', 'ended', 'struck'
    )),
    -- For one that strikes another out.
    strikes     BLOB UNIQUE REFERENCES entry (entry_id),
    -- `18:45`, the time in London.
    happened_at TEXT NOT NULL CHECK (happened_at IS strftime('%H:%M', happened_at)),
    blob_id     BLOB REFERENCES blob,
    opened      TEXT CHECK (opened IS NULL OR json_valid(opened)),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((blob_id IS NULL) <> (opened IS NULL)),
    CHECK ((strikes IS NOT NULL) = (kind = 'struck'))
) STRICT;

CREATE INDEX entry_of_meeting ON entry (meeting_id, place);
CREATE INDEX entry_of_item ON entry (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX entry_blob ON entry (blob_id) WHERE blob_id IS NOT NULL;

-- The decision that a resolution became when its meeting was closed.
CREATE TABLE resolution_decision (
    decision_id BLOB PRIMARY KEY REFERENCES decision,
    entry_id    BLOB NOT NULL UNIQUE REFERENCES entry (entry_id),
    meeting_id  BLOB NOT NULL REFERENCES meeting
) STRICT, WITHOUT ROWID;

CREATE INDEX resolution_decision_of_meeting ON resolution_decision (meeting_id);

-- The words of an item in the minutes: each save is a new version, and the last counts. What is for the members only is
-- sealed. What is for everybody stands beside it once the item is public and not on an application.
CREATE TABLE item_words (
    place       INTEGER PRIMARY KEY CHECK (place > 0),
    item_id     BLOB NOT NULL REFERENCES item,
    blob_id     BLOB NOT NULL REFERENCES blob,
    published   TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT;

CREATE INDEX item_words_of_item ON item_words (item_id, place);
CREATE INDEX item_words_blob ON item_words (blob_id);

-- A short embargo on a whole meeting (Appendix 1). Nothing of it is published until its last day is over.
CREATE TABLE meeting_embargo (
    meeting_id  BLOB PRIMARY KEY REFERENCES meeting,
    until_date  TEXT NOT NULL CHECK (until_date IS date(until_date)),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- The minutes were approved, by the resolution of a later meeting. From then on nothing of them changes.
CREATE TABLE minutes_approval (
    meeting_id  BLOB PRIMARY KEY REFERENCES meeting,
    approved_at BLOB NOT NULL REFERENCES meeting (meeting_id),
    entry_id    BLOB NOT NULL REFERENCES entry (entry_id),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER entry_is_never_taken_away BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER notice_is_never_changed BEFORE UPDATE ON notice BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER notice_is_never_taken_away BEFORE DELETE ON notice BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER meeting_roll_is_never_changed BEFORE UPDATE ON meeting_roll BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER meeting_roll_is_never_taken_away BEFORE DELETE ON meeting_roll BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER meeting_constitution_is_never_changed BEFORE UPDATE ON meeting_constitution BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER resolution_decision_is_never_changed BEFORE UPDATE ON resolution_decision BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER resolution_decision_is_never_taken_away BEFORE DELETE ON resolution_decision BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER meeting_embargo_is_never_changed BEFORE UPDATE ON meeting_embargo BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER meeting_embargo_is_never_taken_away BEFORE DELETE ON meeting_embargo BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER minutes_approval_is_never_changed BEFORE UPDATE ON minutes_approval BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER minutes_approval_is_never_taken_away BEFORE DELETE ON minutes_approval BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER item_words_is_never_changed BEFORE UPDATE ON item_words BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER item_words_is_never_taken_away BEFORE DELETE ON item_words BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;

-- Approved minutes are closed: neither the record nor the words take anything more.
CREATE TRIGGER approved_minutes_take_no_words BEFORE INSERT ON item_words
WHEN EXISTS (SELECT 1 FROM item JOIN minutes_approval USING (meeting_id) WHERE item.item_id = NEW.item_id)
BEGIN
    SELECT RAISE(ABORT, 'these minutes were approved');
END;
CREATE TRIGGER approved_minutes_take_no_entry BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM minutes_approval WHERE meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'these minutes were approved');
END;
