-- The plans in sequence, money moved between lines, awards to partners, and what was drawn down.

-- Which activity of each plan is open to applications. Until now a register had one plan.
CREATE TABLE plan_fund (
    plan_id BLOB PRIMARY KEY REFERENCES plan,
    code    TEXT NOT NULL,
    name    TEXT NOT NULL CHECK (length(trim(name)) > 0),
    prefix  TEXT NOT NULL CHECK (length(trim(prefix)) > 0),
    FOREIGN KEY (plan_id, code) REFERENCES activity
) STRICT, WITHOUT ROWID;

INSERT INTO plan_fund (plan_id, code, name, prefix) SELECT plan_id, code, name, prefix FROM fund;
DROP TABLE fund;

-- What a plan says beside its figures: outcomes, criteria, lead partners, notes, the figures it prints. Office records.
ALTER TABLE plan ADD COLUMN words TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(words));

-- The decision that adopted it. The plan a register began with has none.
ALTER TABLE plan ADD COLUMN adopted_on TEXT CHECK (adopted_on IS NULL OR adopted_on IS date(adopted_on));
ALTER TABLE plan ADD COLUMN adopted_by TEXT NOT NULL DEFAULT '';

-- Its lines stand in the order in which the plan has them; those from before, in order of code.
ALTER TABLE activity ADD COLUMN place INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0);

-- The next plan while it is typed.
CREATE TABLE plan_draft (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    content  TEXT NOT NULL CHECK (json_valid(content)),
    revision INTEGER NOT NULL CHECK (revision > 0),
    saved_at TEXT NOT NULL,
    saved_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT;

-- Money moved between two cells of a plan. Without a place it came from, or went to, outside the plan.
CREATE TABLE virement (
    virement_id  BLOB PRIMARY KEY CHECK (length(virement_id) = 16),
    plan_id      BLOB NOT NULL REFERENCES plan,
    from_code    TEXT,
    from_place   INTEGER,
    to_code      TEXT,
    to_place     INTEGER,
    amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
    decided_on   TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
    decided_by   TEXT NOT NULL CHECK (length(trim(decided_by)) > 0),
    reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((from_code IS NULL) = (from_place IS NULL)),
    CHECK ((to_code IS NULL) = (to_place IS NULL)),
    CHECK (from_code IS NOT NULL OR to_code IS NOT NULL),
    FOREIGN KEY (plan_id, from_code) REFERENCES activity (plan_id, code),
    FOREIGN KEY (plan_id, to_code) REFERENCES activity (plan_id, code),
    FOREIGN KEY (plan_id, from_place) REFERENCES period (plan_id, place),
    FOREIGN KEY (plan_id, to_place) REFERENCES period (plan_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX virement_of_plan ON virement (plan_id, decided_on, virement_id);

-- Money committed on a line otherwise than by an application: to a partner, or for a cost.
CREATE TABLE award (
    award_id     BLOB PRIMARY KEY CHECK (length(award_id) = 16),
    plan_id      BLOB NOT NULL REFERENCES plan,
    code         TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('partner', 'cost')),
    reference    TEXT NOT NULL UNIQUE CHECK (length(trim(reference)) > 0),
    payee_name   TEXT NOT NULL CHECK (length(trim(payee_name)) > 0),
    what_for     TEXT NOT NULL CHECK (length(trim(what_for)) > 0),
    amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
    decided_on   TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
    decided_by   TEXT NOT NULL CHECK (length(trim(decided_by)) > 0),
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id),
    FOREIGN KEY (plan_id, code) REFERENCES activity
) STRICT, WITHOUT ROWID;

CREATE INDEX award_of_line ON award (plan_id, code, award_id);

-- When its parts are expected to be paid.
CREATE TABLE award_part (
    award_id     BLOB NOT NULL REFERENCES award,
    place        INTEGER NOT NULL CHECK (place >= 0),
    due_on       TEXT NOT NULL CHECK (due_on IS date(due_on)),
    amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
    PRIMARY KEY (award_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE award_payment (
    award_payment_id BLOB PRIMARY KEY CHECK (length(award_payment_id) = 16),
    award_id         BLOB NOT NULL REFERENCES award,
    amount_pence     INTEGER NOT NULL CHECK (amount_pence > 0),
    paid_on          TEXT NOT NULL CHECK (paid_on IS date(paid_on)),
    reference        TEXT NOT NULL CHECK (length(trim(reference)) > 0),
    recorded_at      TEXT NOT NULL,
    recorded_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX award_payment_of_award ON award_payment (award_id, paid_on, award_payment_id);

CREATE TABLE award_payment_undoing (
    award_payment_id BLOB PRIMARY KEY REFERENCES award_payment,
    way              TEXT NOT NULL CHECK (way IN ('returned', 'voided')),
    undone_on        TEXT NOT NULL CHECK (undone_on IS date(undone_on)),
    reason           TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at      TEXT NOT NULL,
    recorded_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- An award that is finished. What was never paid is free again.
CREATE TABLE award_ending (
    award_id    BLOB PRIMARY KEY REFERENCES award,
    ended_on    TEXT NOT NULL CHECK (ended_on IS date(ended_on)),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- Money that the LTO received for this partnership, without the LTO's own percentage.
CREATE TABLE draw_down (
    draw_down_id BLOB PRIMARY KEY CHECK (length(draw_down_id) = 16),
    plan_id      BLOB NOT NULL REFERENCES plan,
    amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
    received_on  TEXT NOT NULL CHECK (received_on IS date(received_on)),
    note         TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX draw_down_of_plan ON draw_down (plan_id, received_on, draw_down_id);

CREATE TABLE draw_down_voiding (
    draw_down_id BLOB PRIMARY KEY REFERENCES draw_down,
    reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER virement_is_never_changed BEFORE UPDATE ON virement BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER virement_is_never_taken_away BEFORE DELETE ON virement BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_is_never_changed BEFORE UPDATE ON award BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_is_never_taken_away BEFORE DELETE ON award BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_part_is_never_changed BEFORE UPDATE ON award_part BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_part_is_never_taken_away BEFORE DELETE ON award_part BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_payment_is_never_changed BEFORE UPDATE ON award_payment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_payment_is_never_taken_away BEFORE DELETE ON award_payment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_payment_undoing_is_never_changed BEFORE UPDATE ON award_payment_undoing BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_payment_undoing_is_never_taken_away BEFORE DELETE ON award_payment_undoing BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_ending_is_never_changed BEFORE UPDATE ON award_ending BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER award_ending_is_never_taken_away BEFORE DELETE ON award_ending BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER draw_down_is_never_changed BEFORE UPDATE ON draw_down BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER draw_down_is_never_taken_away BEFORE DELETE ON draw_down BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER draw_down_voiding_is_never_changed BEFORE UPDATE ON draw_down_voiding BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER draw_down_voiding_is_never_taken_away BEFORE DELETE ON draw_down_voiding BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
