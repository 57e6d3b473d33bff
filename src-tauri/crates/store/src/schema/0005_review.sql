-- Rounds of review: who reads what, the packs that went out and came back, and the reviews themselves.
--
-- A round may be changed until something of it went out or came in. Everything after that is a fact: what counts follows
-- from all facts together, so packs may come back in any order, twice, or not at all. What a reviewer wrote stands only in
-- sealed blobs, and they stay sealed when the embargo on the application ends.

CREATE TABLE round (
    round_id   BLOB PRIMARY KEY CHECK (length(round_id) = 16),
    name       TEXT NOT NULL CHECK (length(trim(name)) > 0),
    return_by  TEXT NOT NULL CHECK (return_by IS date(return_by)),
    -- Pairs of a name and the highest score.
    criteria   TEXT NOT NULL CHECK (json_valid(criteria)),
    started_at TEXT NOT NULL,
    started_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_application (
    round_id       BLOB NOT NULL REFERENCES round,
    place          INTEGER NOT NULL CHECK (place > 0),
    application_id BLOB NOT NULL REFERENCES application,
    PRIMARY KEY (round_id, place),
    UNIQUE (round_id, application_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX round_of_application ON round_application (application_id, round_id);

-- The place of a reviewer is the number of their copy.
CREATE TABLE round_reviewer (
    round_id  BLOB NOT NULL REFERENCES round,
    place     INTEGER NOT NULL CHECK (place > 0),
    member_id BLOB NOT NULL REFERENCES member,
    medium    TEXT NOT NULL CHECK (medium IN ('pack', 'paper', 'large-paper')),
    PRIMARY KEY (round_id, place),
    UNIQUE (round_id, member_id)
) STRICT, WITHOUT ROWID;

-- A reviewer is left out of one application, or let in again: the last row counts.
CREATE TABLE leaving_out (
    leaving_out_id BLOB PRIMARY KEY CHECK (length(leaving_out_id) = 16),
    round_id       BLOB NOT NULL REFERENCES round,
    application_id BLOB NOT NULL REFERENCES application,
    member_id      BLOB NOT NULL REFERENCES member,
    left_out       INTEGER NOT NULL CHECK (left_out IN (0, 1)),
    reason_blob_id BLOB REFERENCES blob (blob_id),
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((reason_blob_id IS NOT NULL) = (left_out = 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX leaving_out_of_round ON leaving_out (round_id, leaving_out_id);
CREATE INDEX leaving_out_of_application ON leaving_out (application_id);

-- What was handed out: a pack under its own id, or a printed booklet. The head of the journal travels in the pack.
CREATE TABLE sending (
    sending_id BLOB PRIMARY KEY CHECK (length(sending_id) = 16),
    round_id   BLOB NOT NULL REFERENCES round,
    member_id  BLOB NOT NULL REFERENCES member,
    medium     TEXT NOT NULL CHECK (medium IN ('pack', 'paper', 'large-paper')),
    file_name  TEXT,
    head_seq   INTEGER,
    head_hash  BLOB CHECK (head_hash IS NULL OR length(head_hash) = 32),
    sent_at    TEXT NOT NULL,
    sent_by    BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((medium = 'pack') = (file_name IS NOT NULL)),
    CHECK ((medium = 'pack') = (head_seq IS NOT NULL)),
    CHECK ((medium = 'pack') = (head_hash IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX sending_of_round ON sending (round_id, sent_at, sending_id);

CREATE TABLE sending_item (
    sending_id     BLOB NOT NULL REFERENCES sending,
    application_id BLOB NOT NULL REFERENCES application,
    version        INTEGER NOT NULL CHECK (version > 0),
    PRIMARY KEY (sending_id, application_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_in (
    pack_id         BLOB PRIMARY KEY CHECK (length(pack_id) = 16),
    manifest_sha256 BLOB NOT NULL CHECK (length(manifest_sha256) = 32),
    round_id        BLOB NOT NULL REFERENCES round,
    member_id       BLOB NOT NULL REFERENCES member,
    in_reply_to     BLOB NOT NULL REFERENCES sending (sending_id),
    made_at         TEXT NOT NULL,
    opened_at       TEXT NOT NULL,
    history_differs INTEGER NOT NULL CHECK (history_differs IN (0, 1)),
    brought_in_at   TEXT NOT NULL,
    brought_in_by   BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pack_in_of_round ON pack_in (round_id, brought_in_at, pack_id);

-- A review under the id that its content gives it. Its words and its signature stand together in one sealed blob. It came
-- in a pack, or somebody typed it in at the register; without a signature it was typed from paper.
CREATE TABLE review (
    review_id      BLOB PRIMARY KEY CHECK (length(review_id) = 16),
    round_id       BLOB NOT NULL REFERENCES round,
    application_id BLOB NOT NULL REFERENCES application,
    version        INTEGER NOT NULL CHECK (version > 0),
    member_id      BLOB NOT NULL REFERENCES member,
    signed         INTEGER NOT NULL CHECK (signed IN (0, 1)),
    made_at        TEXT NOT NULL,
    blob_id        BLOB NOT NULL REFERENCES blob,
    pack_id        BLOB REFERENCES pack_in,
    typed_by       BLOB REFERENCES member (member_id),
    late           INTEGER NOT NULL CHECK (late IN (0, 1)),
    brought_in_at  TEXT NOT NULL,
    CHECK ((pack_id IS NULL) <> (typed_by IS NULL)),
    CHECK (signed = 1 OR typed_by IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_of_round ON review (round_id, application_id, member_id, review_id);
CREATE INDEX review_of_application ON review (application_id);
CREATE INDEX review_blob ON review (blob_id);
CREATE INDEX leaving_out_blob ON leaving_out (reason_blob_id) WHERE reason_blob_id IS NOT NULL;

-- The reviews that a review takes the place of. They may come in later, or never.
CREATE TABLE review_revision (
    review_id  BLOB NOT NULL REFERENCES review,
    revised_id BLOB NOT NULL CHECK (length(revised_id) = 16),
    PRIMARY KEY (review_id, revised_id)
) STRICT, WITHOUT ROWID;

-- What the chair settled about a review that came after the reviews were opened.
CREATE TABLE late_ruling (
    review_id      BLOB PRIMARY KEY REFERENCES review,
    accepted       INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    reason_blob_id BLOB NOT NULL REFERENCES blob (blob_id),
    ruled_at       TEXT NOT NULL,
    ruled_by       BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX late_ruling_blob ON late_ruling (reason_blob_id);

-- The reviews of a round were opened: when all were in, or before, for a reason.
CREATE TABLE round_opening (
    round_id       BLOB PRIMARY KEY REFERENCES round,
    reason_blob_id BLOB REFERENCES blob (blob_id),
    opened_at      TEXT NOT NULL,
    opened_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX round_opening_blob ON round_opening (reason_blob_id) WHERE reason_blob_id IS NOT NULL;

CREATE TRIGGER round_is_only_changed_before_it_went_out BEFORE UPDATE ON round
WHEN NEW.round_id IS NOT OLD.round_id OR NEW.started_at IS NOT OLD.started_at OR NEW.started_by IS NOT OLD.started_by
    OR EXISTS (SELECT 1 FROM sending WHERE round_id = OLD.round_id) OR EXISTS (SELECT 1 FROM review WHERE round_id = OLD.round_id)
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER round_application_is_only_added_before_it_went_out BEFORE INSERT ON round_application
WHEN EXISTS (SELECT 1 FROM sending WHERE round_id = NEW.round_id) OR EXISTS (SELECT 1 FROM review WHERE round_id = NEW.round_id)
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER round_application_is_only_taken_away_before_it_went_out BEFORE DELETE ON round_application
WHEN EXISTS (SELECT 1 FROM sending WHERE round_id = OLD.round_id) OR EXISTS (SELECT 1 FROM review WHERE round_id = OLD.round_id)
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER round_reviewer_is_only_added_before_it_went_out BEFORE INSERT ON round_reviewer
WHEN EXISTS (SELECT 1 FROM sending WHERE round_id = NEW.round_id) OR EXISTS (SELECT 1 FROM review WHERE round_id = NEW.round_id)
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER round_reviewer_is_only_taken_away_before_it_went_out BEFORE DELETE ON round_reviewer
WHEN EXISTS (SELECT 1 FROM sending WHERE round_id = OLD.round_id) OR EXISTS (SELECT 1 FROM review WHERE round_id = OLD.round_id)
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;

CREATE TRIGGER round_application_is_never_changed BEFORE UPDATE ON round_application BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER round_reviewer_is_never_changed BEFORE UPDATE ON round_reviewer BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER leaving_out_is_never_changed BEFORE UPDATE ON leaving_out BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER sending_is_never_changed BEFORE UPDATE ON sending BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER sending_item_is_never_changed BEFORE UPDATE ON sending_item BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER pack_in_is_never_changed BEFORE UPDATE ON pack_in BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER review_is_never_changed BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER review_revision_is_never_changed BEFORE UPDATE ON review_revision BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER late_ruling_is_never_changed BEFORE UPDATE ON late_ruling BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER round_opening_is_never_changed BEFORE UPDATE ON round_opening BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER round_is_never_taken_away BEFORE DELETE ON round BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER leaving_out_is_never_taken_away BEFORE DELETE ON leaving_out BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER sending_is_never_taken_away BEFORE DELETE ON sending BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER sending_item_is_never_taken_away BEFORE DELETE ON sending_item BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER pack_in_is_never_taken_away BEFORE DELETE ON pack_in BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER review_is_never_taken_away BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER review_revision_is_never_taken_away BEFORE DELETE ON review_revision BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER late_ruling_is_never_taken_away BEFORE DELETE ON late_ruling BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER round_opening_is_never_taken_away BEFORE DELETE ON round_opening BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
