-- The ground every register stands on: who keeps it, who holds its keys, and the journal of what happened.

CREATE TABLE partnership (
    one                  INTEGER PRIMARY KEY CHECK (one = 1),
    register_id          BLOB NOT NULL CHECK (length(register_id) = 16),
    name                 TEXT NOT NULL CHECK (length(trim(name)) > 0),
    recovery_recipient   TEXT NOT NULL CHECK (recovery_recipient LIKE 'age1%'),
    recovery_fingerprint TEXT NOT NULL,
    created_at           TEXT NOT NULL
) STRICT;

CREATE TABLE member (
    member_id  BLOB PRIMARY KEY CHECK (length(member_id) = 16),
    name       TEXT NOT NULL CHECK (length(trim(name)) > 0),
    role       TEXT NOT NULL CHECK (length(trim(role)) > 0),
    residency  TEXT,
    started_on TEXT NOT NULL CHECK (started_on IS date(started_on)),
    ended_on   TEXT CHECK (ended_on IS NULL OR (ended_on IS date(ended_on) AND ended_on >= started_on))
) STRICT, WITHOUT ROWID;

-- Every public key a member ever had: old signatures are proved with old keys. A row ends, it is never taken away.
CREATE TABLE member_key (
    member_key_id BLOB PRIMARY KEY CHECK (length(member_key_id) = 16),
    member_id     BLOB NOT NULL REFERENCES member,
    recipient     TEXT NOT NULL UNIQUE CHECK (recipient LIKE 'age1%'),
    verifying_key TEXT NOT NULL UNIQUE,
    fingerprint   TEXT NOT NULL,
    at_register   INTEGER NOT NULL CHECK (at_register IN (0, 1)),
    started_at    TEXT NOT NULL,
    ended_at      TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX member_key_current ON member_key (member_id) WHERE ended_at IS NULL;
CREATE INDEX member_key_by_member ON member_key (member_id, started_at);

CREATE TABLE setting (
    key   TEXT PRIMARY KEY CHECK (length(key) > 0),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Sealed bytes. What is in them can be read only by the recipients they were sealed for.
CREATE TABLE blob (
    blob_id    BLOB PRIMARY KEY CHECK (length(blob_id) = 16),
    bytes      BLOB NOT NULL,
    size       INTEGER NOT NULL CHECK (size = length(bytes) AND size <= 26214400),
    created_at TEXT NOT NULL
) STRICT;

-- The journal. The hash of each event covers the event before it.
CREATE TABLE event (
    seq        INTEGER PRIMARY KEY CHECK (seq > 0),
    event_id   BLOB NOT NULL UNIQUE CHECK (length(event_id) = 16),
    at         TEXT NOT NULL,
    member_id  BLOB NOT NULL REFERENCES member,
    kind       TEXT NOT NULL CHECK (length(kind) > 0),
    subject    BLOB CHECK (subject IS NULL OR length(subject) = 16),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    previous   BLOB NOT NULL CHECK (length(previous) = 32),
    hash       BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    signed     INTEGER NOT NULL CHECK (signed IN (0, 1)),
    signature  BLOB CHECK ((signature IS NOT NULL) = (signed = 1))
) STRICT;

CREATE INDEX event_by_subject ON event (subject, seq) WHERE subject IS NOT NULL;
CREATE INDEX event_by_kind ON event (kind, seq);

-- What the events say. It can be erased, as the law may ask; the chain still proves itself without it.
CREATE TABLE event_payload (
    seq       INTEGER PRIMARY KEY REFERENCES event,
    salt      BLOB CHECK (salt IS NULL OR length(salt) = 32),
    payload   TEXT CHECK (payload IS NULL OR json_valid(payload)),
    erased_at TEXT,
    erased_by BLOB REFERENCES member (member_id),
    reason    TEXT CHECK (reason IS NULL OR length(trim(reason)) > 0),
    CHECK ((payload IS NULL) = (salt IS NULL)),
    CHECK ((payload IS NULL) = (erased_at IS NOT NULL)),
    CHECK ((payload IS NULL) = (erased_by IS NOT NULL)),
    CHECK ((payload IS NULL) = (reason IS NOT NULL))
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the journal cannot be changed');
END;

CREATE TRIGGER event_is_never_taken_away BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the journal cannot be changed');
END;

-- INSERT OR REPLACE would take a row away without a delete trigger, so an event may only follow the last one.
CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
    OR EXISTS (SELECT 1 FROM event WHERE event_id = NEW.event_id OR hash = NEW.hash)
BEGIN
    SELECT RAISE(ABORT, 'the journal cannot be changed');
END;

CREATE TRIGGER event_payload_is_only_erased BEFORE UPDATE ON event_payload
WHEN NEW.seq IS NOT OLD.seq OR OLD.payload IS NULL OR NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'the journal cannot be changed');
END;

CREATE TRIGGER event_payload_is_never_taken_away BEFORE DELETE ON event_payload
BEGIN
    SELECT RAISE(ABORT, 'the journal cannot be changed');
END;

CREATE TRIGGER event_payload_comes_once BEFORE INSERT ON event_payload
WHEN EXISTS (SELECT 1 FROM event_payload WHERE seq = NEW.seq) OR NEW.payload IS NULL
BEGIN
    SELECT RAISE(ABORT, 'the journal cannot be changed');
END;
