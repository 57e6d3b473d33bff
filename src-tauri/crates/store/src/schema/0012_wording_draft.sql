-- Words of a printed document that somebody typed and did not save: each member's own, over those kept before.
CREATE TABLE wording_draft (
    member_id BLOB NOT NULL REFERENCES member (member_id),
    document  TEXT NOT NULL CHECK (length(document) > 0),
    text      TEXT NOT NULL,
    -- The version that was in force when the change was begun; 0 while there was none.
    version   INTEGER NOT NULL CHECK (version >= 0),
    kept_on   TEXT NOT NULL CHECK (kept_on IS date(kept_on)),
    PRIMARY KEY (member_id, document)
) STRICT, WITHOUT ROWID;
