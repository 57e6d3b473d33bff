-- The payments desk: packs to the LTO's clerk and what came back, checks of accounts, and what the bank shows.

-- What the payer's bank said about the name on an account (Confirmation of Payee).
CREATE TABLE payee_confirmation (
    payee_confirmation_id BLOB PRIMARY KEY CHECK (length(payee_confirmation_id) = 16),
    payee_account_id      BLOB NOT NULL REFERENCES payee_account,
    outcome               TEXT NOT NULL CHECK (outcome IN ('match', 'close-match', 'no-match', 'unavailable')),
    bank_name             TEXT NOT NULL,
    action                TEXT NOT NULL,
    seen_on               TEXT NOT NULL CHECK (seen_on IS date(seen_on)),
    recorded_at           TEXT NOT NULL,
    seen_by               BLOB NOT NULL REFERENCES member (member_id),
    CHECK (outcome <> 'close-match' OR length(trim(bank_name)) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX payee_confirmation_of_account ON payee_confirmation (payee_account_id, seen_on, payee_confirmation_id);

-- The numbers of an account were erased. Its blob is empty from then on; the last four digits stay.
CREATE TABLE payee_erasure (
    payee_account_id BLOB PRIMARY KEY REFERENCES payee_account,
    erased_on        TEXT NOT NULL CHECK (erased_on IS date(erased_on)),
    recorded_at      TEXT NOT NULL,
    recorded_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- A further check of an account that was checked before: by phone, when a table or a bank raised a doubt; or by another clerk.
CREATE TABLE payee_recheck (
    payee_recheck_id BLOB PRIMARY KEY CHECK (length(payee_recheck_id) = 16),
    payee_account_id BLOB NOT NULL REFERENCES payee_account,
    method           TEXT NOT NULL CHECK (method IN ('statement-seen', 'phoned', 'name-matched')),
    checked_on       TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    recorded_at      TEXT NOT NULL,
    checked_by       BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payee_recheck_of_account ON payee_recheck (payee_account_id, checked_on, payee_recheck_id);

-- What the modulus check said of an account's numbers when it was last asked. It follows from the numbers and the tables that
-- were loaded; it is kept because the numbers are sealed to a few.
CREATE TABLE payee_modulus (
    payee_account_id BLOB PRIMARY KEY REFERENCES payee_account,
    outcome          TEXT NOT NULL CHECK (outcome IN ('passes', 'fails', 'no-rule', 'bad-numbers')),
    checked_on       TEXT NOT NULL CHECK (checked_on IS date(checked_on))
) STRICT, WITHOUT ROWID;

-- A condition of a decision was met. The place is its place among the decision's conditions, from 0.
CREATE TABLE condition_met (
    decision_id BLOB NOT NULL REFERENCES decision,
    place       INTEGER NOT NULL CHECK (place >= 0),
    met_on      TEXT NOT NULL CHECK (met_on IS date(met_on)),
    note        TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id),
    PRIMARY KEY (decision_id, place)
) STRICT, WITHOUT ROWID;

-- A payment pack that was made, and for whom.
CREATE TABLE payment_pack (
    payment_pack_id BLOB PRIMARY KEY CHECK (length(payment_pack_id) = 16),
    sha256          BLOB NOT NULL CHECK (length(sha256) = 32),
    -- Whether it told the clerks that a second person must approve a run: what answers it is held to that.
    two_people      INTEGER NOT NULL CHECK (two_people IN (0, 1)),
    made_at         TEXT NOT NULL,
    made_by         BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_pack_made ON payment_pack (made_at);

CREATE TABLE payment_pack_clerk (
    payment_pack_id BLOB NOT NULL REFERENCES payment_pack,
    member_id       BLOB NOT NULL REFERENCES member,
    PRIMARY KEY (payment_pack_id, member_id)
) STRICT, WITHOUT ROWID;

-- A receipt pack that was taken in, and the signed facts it brought, letter by letter. A fact's id is its hash.
CREATE TABLE payment_receipt (
    payment_receipt_id BLOB PRIMARY KEY CHECK (length(payment_receipt_id) = 16),
    sha256             BLOB NOT NULL CHECK (length(sha256) = 32),
    from_member        BLOB NOT NULL REFERENCES member (member_id),
    made_at            TEXT NOT NULL,
    taken_in_at        TEXT NOT NULL,
    taken_in_by        BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_fact (
    payment_fact_id    BLOB PRIMARY KEY CHECK (length(payment_fact_id) = 16),
    payment_receipt_id BLOB NOT NULL REFERENCES payment_receipt,
    author             BLOB NOT NULL REFERENCES member (member_id),
    text               TEXT NOT NULL CHECK (json_valid(text)),
    signature          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_fact_of_receipt ON payment_fact (payment_receipt_id);

-- Who else approved a payment before it was made, where the LTO asks for two people.
CREATE TABLE payment_approval (
    payment_id  BLOB PRIMARY KEY REFERENCES payment,
    approved_by BLOB NOT NULL REFERENCES member (member_id),
    approved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A payment, or its return, was found on the bank's statement.
CREATE TABLE payment_seen (
    payment_id  BLOB NOT NULL REFERENCES payment,
    way         TEXT NOT NULL CHECK (way IN ('out', 'back')),
    seen_on     TEXT NOT NULL CHECK (seen_on IS date(seen_on)),
    words       TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id),
    PRIMARY KEY (payment_id, way)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER payee_confirmation_is_never_changed BEFORE UPDATE ON payee_confirmation BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_confirmation_is_never_taken_away BEFORE DELETE ON payee_confirmation BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_recheck_is_never_changed BEFORE UPDATE ON payee_recheck BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_recheck_is_never_taken_away BEFORE DELETE ON payee_recheck BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_erasure_is_never_changed BEFORE UPDATE ON payee_erasure BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_erasure_is_never_taken_away BEFORE DELETE ON payee_erasure BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER condition_met_is_never_changed BEFORE UPDATE ON condition_met BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER condition_met_is_never_taken_away BEFORE DELETE ON condition_met BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_pack_is_never_changed BEFORE UPDATE ON payment_pack BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_pack_is_never_taken_away BEFORE DELETE ON payment_pack BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_pack_clerk_is_never_changed BEFORE UPDATE ON payment_pack_clerk BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_pack_clerk_is_never_taken_away BEFORE DELETE ON payment_pack_clerk BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_receipt_is_never_changed BEFORE UPDATE ON payment_receipt BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_receipt_is_never_taken_away BEFORE DELETE ON payment_receipt BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_fact_is_never_changed BEFORE UPDATE ON payment_fact BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_fact_is_never_taken_away BEFORE DELETE ON payment_fact BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_approval_is_never_changed BEFORE UPDATE ON payment_approval BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_approval_is_never_taken_away BEFORE DELETE ON payment_approval BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_seen_is_never_changed BEFORE UPDATE ON payment_seen BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_seen_is_never_taken_away BEFORE DELETE ON payment_seen BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
