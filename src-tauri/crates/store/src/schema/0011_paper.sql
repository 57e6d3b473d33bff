-- The words of printed documents as the partnership changed them, and every paper that was issued.
--
-- Both are facts: words that were put right are a further version, and a paper that was issued stays issued. The words name
-- nobody. The copy of a paper about an application is sealed with the application.

-- A version of the words of one document. Without a text the words that come with the program were put back.
CREATE TABLE wording (
    document    TEXT NOT NULL CHECK (length(document) > 0),
    version     INTEGER NOT NULL CHECK (version > 0),
    text        TEXT CHECK (text IS NULL OR length(trim(text)) > 0),
    made_on     TEXT NOT NULL CHECK (made_on IS date(made_on)),
    recorded_at TEXT NOT NULL,
    made_by     BLOB NOT NULL REFERENCES member (member_id),
    PRIMARY KEY (document, version)
) STRICT, WITHOUT ROWID;

-- A paper that was opened to print, or saved. Its code stands at the foot of its pages.
CREATE TABLE issue (
    issue_id        BLOB PRIMARY KEY CHECK (length(issue_id) = 16),
    code            TEXT NOT NULL UNIQUE CHECK (code GLOB '????-????-????'),
    kind            TEXT NOT NULL CHECK (length(kind) > 0),
    -- What it is about: an application, a grant, a meeting or a member; or a day.
    subject         BLOB CHECK (subject IS NULL OR length(subject) = 16),
    day             TEXT CHECK (day IS NULL OR day IS date(day)),
    application_id  BLOB REFERENCES application,
    size            TEXT NOT NULL CHECK (size IN ('standard', 'large')),
    pages           INTEGER NOT NULL CHECK (pages > 0),
    -- The version of its words; 0 for those that come with the program.
    wording_version INTEGER NOT NULL CHECK (wording_version >= 0),
    issued_on       TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
    recorded_at     TEXT NOT NULL,
    issued_by       BLOB NOT NULL REFERENCES member (member_id),
    -- The pages as they were, sealed.
    blob_id         BLOB REFERENCES blob,
    CHECK (blob_id IS NULL OR application_id IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX issue_of_application ON issue (application_id, issue_id) WHERE application_id IS NOT NULL;
CREATE INDEX issue_blob ON issue (blob_id) WHERE blob_id IS NOT NULL;

CREATE TRIGGER wording_is_never_changed BEFORE UPDATE ON wording BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER wording_is_never_taken_away BEFORE DELETE ON wording BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER issue_is_never_changed BEFORE UPDATE ON issue BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER issue_is_never_taken_away BEFORE DELETE ON issue BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
