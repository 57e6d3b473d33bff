-- The plan, applications, decisions, grants and their money.
--
-- A text that may be under embargo stands in two columns: its blob while it is sealed, and the open text after the
-- group was told. Exactly one of the two is set. Facts are only ever added: a correction is a new row.

CREATE TABLE plan (
    plan_id   BLOB PRIMARY KEY CHECK (length(plan_id) = 16),
    name      TEXT NOT NULL CHECK (length(trim(name)) > 0),
    starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
    ends_on   TEXT NOT NULL CHECK (ends_on IS date(ends_on) AND ends_on >= starts_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE priority (
    priority_id BLOB PRIMARY KEY CHECK (length(priority_id) = 16),
    plan_id     BLOB NOT NULL REFERENCES plan,
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
    name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
    UNIQUE (plan_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE period (
    plan_id   BLOB NOT NULL REFERENCES plan,
    place     INTEGER NOT NULL CHECK (place >= 0),
    name      TEXT NOT NULL CHECK (length(trim(name)) > 0),
    starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
    ends_on   TEXT NOT NULL CHECK (ends_on IS date(ends_on) AND ends_on >= starts_on),
    PRIMARY KEY (plan_id, place)
) STRICT, WITHOUT ROWID;

-- The code is text and is never renumbered.
CREATE TABLE activity (
    plan_id           BLOB NOT NULL REFERENCES plan,
    code              TEXT NOT NULL CHECK (length(trim(code)) > 0),
    name              TEXT NOT NULL CHECK (length(trim(name)) > 0),
    priority          INTEGER,
    year_before_pence INTEGER CHECK (year_before_pence >= 0),
    PRIMARY KEY (plan_id, code),
    FOREIGN KEY (plan_id, priority) REFERENCES priority (plan_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE allocation (
    plan_id      BLOB NOT NULL,
    code         TEXT NOT NULL,
    place        INTEGER NOT NULL,
    amount_pence INTEGER NOT NULL CHECK (amount_pence >= 0),
    PRIMARY KEY (plan_id, code, place),
    FOREIGN KEY (plan_id, code) REFERENCES activity,
    FOREIGN KEY (plan_id, place) REFERENCES period
) STRICT, WITHOUT ROWID;

CREATE TABLE fund (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    plan_id BLOB NOT NULL,
    code    TEXT NOT NULL,
    name    TEXT NOT NULL CHECK (length(trim(name)) > 0),
    prefix  TEXT NOT NULL CHECK (length(trim(prefix)) > 0),
    FOREIGN KEY (plan_id, code) REFERENCES activity
) STRICT;

CREATE TABLE application (
    application_id   BLOB PRIMARY KEY CHECK (length(application_id) = 16),
    started_on       TEXT NOT NULL CHECK (started_on IS date(started_on)),
    typed_by         BLOB NOT NULL REFERENCES member (member_id),
    -- What is on the typing desk: a draft, or a correction.
    typing_blob_id   BLOB REFERENCES blob (blob_id),
    revision         INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    reference_prefix TEXT,
    reference_year   INTEGER,
    reference_number INTEGER CHECK (reference_number > 0),
    received_on      TEXT CHECK (received_on IS NULL OR received_on IS date(received_on)),
    CHECK ((reference_number IS NULL) = (received_on IS NULL)),
    CHECK ((reference_number IS NULL) = (reference_prefix IS NULL)),
    CHECK ((reference_number IS NULL) = (reference_year IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX application_reference ON application (reference_prefix, reference_year, reference_number) WHERE reference_number IS NOT NULL;

CREATE TABLE application_version (
    application_id BLOB NOT NULL REFERENCES application,
    version        INTEGER NOT NULL CHECK (version > 0),
    blob_id        BLOB REFERENCES blob,
    opened         TEXT CHECK (opened IS NULL OR json_valid(opened)),
    received_at    TEXT NOT NULL,
    received_by    BLOB NOT NULL REFERENCES member (member_id),
    PRIMARY KEY (application_id, version),
    CHECK ((blob_id IS NULL) <> (opened IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawal (
    application_id BLOB PRIMARY KEY REFERENCES application,
    blob_id        BLOB REFERENCES blob,
    opened         TEXT CHECK (opened IS NULL OR json_valid(opened)),
    withdrawn_on   TEXT NOT NULL CHECK (withdrawn_on IS date(withdrawn_on)),
    recorded_by    BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((blob_id IS NULL) <> (opened IS NULL))
) STRICT, WITHOUT ROWID;

-- A file kept with an application. Its name and its bytes are sealed alike.
CREATE TABLE attachment (
    attachment_id  BLOB PRIMARY KEY CHECK (length(attachment_id) = 16),
    application_id BLOB NOT NULL REFERENCES application,
    kind           TEXT NOT NULL CHECK (kind IN ('scan', 'letter', 'photo', 'agreement', 'receipt', 'feedback')),
    media_type     TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    size           INTEGER NOT NULL CHECK (size > 0),
    bytes_blob_id  BLOB NOT NULL REFERENCES blob (blob_id),
    blob_id        BLOB REFERENCES blob,
    opened         TEXT CHECK (opened IS NULL OR json_valid(opened)),
    added_on       TEXT NOT NULL CHECK (added_on IS date(added_on)),
    added_by       BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((blob_id IS NULL) <> (opened IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_of_application ON attachment (application_id);

CREATE TABLE attachment_removal (
    attachment_id BLOB PRIMARY KEY REFERENCES attachment,
    removed_on    TEXT NOT NULL CHECK (removed_on IS date(removed_on)),
    removed_by    BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    note_id        BLOB PRIMARY KEY CHECK (length(note_id) = 16),
    application_id BLOB NOT NULL REFERENCES application,
    call           INTEGER NOT NULL CHECK (call IN (0, 1)),
    noted_on       TEXT NOT NULL CHECK (noted_on IS date(noted_on)),
    noted_by       BLOB NOT NULL REFERENCES member (member_id),
    blob_id        BLOB REFERENCES blob,
    opened         TEXT CHECK (opened IS NULL OR json_valid(opened)),
    CHECK ((blob_id IS NULL) <> (opened IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX note_of_application ON note (application_id);

-- The words of a decision are sealed; the kind and the amount stand open, since the budget needs them.
CREATE TABLE decision (
    decision_id    BLOB PRIMARY KEY CHECK (length(decision_id) = 16),
    application_id BLOB NOT NULL REFERENCES application,
    outcome        TEXT NOT NULL CHECK (outcome IN ('approved', 'approved-in-part', 'deferred', 'declined')),
    amount_pence   INTEGER CHECK (amount_pence > 0),
    decided_on     TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
    body           TEXT NOT NULL CHECK (body IN ('partnership', 'sub-group', 'email-vote')),
    blob_id        BLOB REFERENCES blob,
    opened         TEXT CHECK (opened IS NULL OR json_valid(opened)),
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB NOT NULL REFERENCES member (member_id),
    CHECK ((blob_id IS NULL) <> (opened IS NULL)),
    CHECK ((amount_pence IS NOT NULL) = (outcome IN ('approved', 'approved-in-part')))
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_of_application ON decision (application_id, recorded_at);

CREATE TABLE decision_telling (
    decision_id BLOB PRIMARY KEY REFERENCES decision,
    told_on     TEXT NOT NULL CHECK (told_on IS date(told_on)),
    how         TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE grant_award (
    grant_id       BLOB PRIMARY KEY CHECK (length(grant_id) = 16),
    application_id BLOB NOT NULL UNIQUE REFERENCES application,
    decision_id    BLOB NOT NULL UNIQUE REFERENCES decision,
    code           TEXT NOT NULL,
    amount_pence   INTEGER NOT NULL CHECK (amount_pence > 0),
    awarded_on     TEXT NOT NULL CHECK (awarded_on IS date(awarded_on)),
    ends_on        TEXT NOT NULL CHECK (ends_on IS date(ends_on) AND ends_on >= awarded_on),
    return_by      TEXT CHECK (return_by IS NULL OR return_by IS date(return_by))
) STRICT, WITHOUT ROWID;

CREATE TABLE instalment (
    grant_id     BLOB NOT NULL REFERENCES grant_award,
    place        INTEGER NOT NULL CHECK (place >= 0),
    due_when     TEXT NOT NULL,
    amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
    PRIMARY KEY (grant_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE extension (
    extension_id BLOB PRIMARY KEY CHECK (length(extension_id) = 16),
    grant_id     BLOB NOT NULL REFERENCES grant_award,
    ends_on      TEXT NOT NULL CHECK (ends_on IS date(ends_on)),
    reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_on  TEXT NOT NULL CHECK (recorded_on IS date(recorded_on)),
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX extension_of_grant ON extension (grant_id, extension_id);

CREATE TABLE signature (
    signature_id  BLOB PRIMARY KEY CHECK (length(signature_id) = 16),
    grant_id      BLOB NOT NULL REFERENCES grant_award,
    party         TEXT NOT NULL CHECK (party IN ('group', 'partnership')),
    name          TEXT NOT NULL CHECK (length(trim(name)) > 0),
    position      TEXT NOT NULL,
    signed_on     TEXT NOT NULL CHECK (signed_on IS date(signed_on)),
    attachment_id BLOB REFERENCES attachment,
    recorded_at   TEXT NOT NULL,
    recorded_by   BLOB NOT NULL REFERENCES member (member_id),
    UNIQUE (grant_id, party)
) STRICT, WITHOUT ROWID;

-- The numbers are sealed to those who handle accounts; the last four digits stand open.
CREATE TABLE payee_account (
    payee_account_id BLOB PRIMARY KEY CHECK (length(payee_account_id) = 16),
    grant_id         BLOB NOT NULL REFERENCES grant_award,
    blob_id          BLOB NOT NULL REFERENCES blob,
    last_four        TEXT NOT NULL CHECK (length(last_four) = 4),
    recorded_on      TEXT NOT NULL CHECK (recorded_on IS date(recorded_on)),
    recorded_by      BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payee_account_of_grant ON payee_account (grant_id, payee_account_id);

CREATE TABLE payee_check (
    payee_account_id BLOB PRIMARY KEY REFERENCES payee_account,
    method           TEXT NOT NULL CHECK (method IN ('statement-seen', 'phoned', 'name-matched')),
    checked_on       TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    recorded_at      TEXT NOT NULL,
    checked_by       BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    payment_id   BLOB PRIMARY KEY CHECK (length(payment_id) = 16),
    grant_id     BLOB NOT NULL REFERENCES grant_award,
    amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
    paid_on      TEXT NOT NULL CHECK (paid_on IS date(paid_on)),
    reference    TEXT NOT NULL CHECK (length(trim(reference)) > 0),
    method       TEXT NOT NULL CHECK (method IN ('bank-transfer', 'cheque')),
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_of_grant ON payment (grant_id, paid_on, payment_id);

CREATE TABLE payment_undoing (
    payment_id  BLOB PRIMARY KEY REFERENCES payment,
    way         TEXT NOT NULL CHECK (way IN ('returned', 'voided')),
    undone_on   TEXT NOT NULL CHECK (undone_on IS date(undone_on)),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    feedback_id BLOB PRIMARY KEY CHECK (length(feedback_id) = 16),
    grant_id    BLOB NOT NULL REFERENCES grant_award,
    received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
    content     TEXT NOT NULL CHECK (json_valid(content)),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_of_grant ON feedback (grant_id, feedback_id);

-- What is being typed of a feedback form. It is a draft, and it is replaced as it is typed.
CREATE TABLE feedback_typing (
    grant_id BLOB PRIMARY KEY REFERENCES grant_award,
    content  TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    receipt_id     BLOB PRIMARY KEY CHECK (length(receipt_id) = 16),
    grant_id       BLOB NOT NULL REFERENCES grant_award,
    cost_line_id   BLOB NOT NULL CHECK (length(cost_line_id) = 16),
    amount_pence   INTEGER NOT NULL CHECK (amount_pence > 0),
    accepted_pence INTEGER NOT NULL CHECK (accepted_pence BETWEEN 0 AND amount_pence),
    spent_on       TEXT NOT NULL CHECK (spent_on IS date(spent_on)),
    what           TEXT NOT NULL,
    attachment_id  BLOB REFERENCES attachment,
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_of_grant ON receipt (grant_id, receipt_id);

CREATE TABLE receipt_voiding (
    receipt_id  BLOB PRIMARY KEY REFERENCES receipt,
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE money_sent_back (
    money_sent_back_id BLOB PRIMARY KEY CHECK (length(money_sent_back_id) = 16),
    grant_id           BLOB NOT NULL REFERENCES grant_award,
    amount_pence       INTEGER NOT NULL CHECK (amount_pence > 0),
    sent_back_on       TEXT NOT NULL CHECK (sent_back_on IS date(sent_back_on)),
    reference          TEXT NOT NULL,
    recorded_at        TEXT NOT NULL,
    recorded_by        BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX money_sent_back_of_grant ON money_sent_back (grant_id, money_sent_back_id);

CREATE TABLE closure (
    grant_id    BLOB PRIMARY KEY REFERENCES grant_award,
    closed_on   TEXT NOT NULL CHECK (closed_on IS date(closed_on)),
    let_go      TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cancellation (
    grant_id     BLOB PRIMARY KEY REFERENCES grant_award,
    cancelled_on TEXT NOT NULL CHECK (cancelled_on IS date(cancelled_on)),
    reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- Judgements and money are facts: nothing changes them and nothing takes them away.
CREATE TRIGGER grant_award_is_never_changed BEFORE UPDATE ON grant_award BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER instalment_is_never_changed BEFORE UPDATE ON instalment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER extension_is_never_changed BEFORE UPDATE ON extension BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER signature_is_never_changed BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_account_is_never_changed BEFORE UPDATE ON payee_account BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_check_is_never_changed BEFORE UPDATE ON payee_check BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_is_never_changed BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_undoing_is_never_changed BEFORE UPDATE ON payment_undoing BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER feedback_is_never_changed BEFORE UPDATE ON feedback BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER receipt_is_never_changed BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER receipt_voiding_is_never_changed BEFORE UPDATE ON receipt_voiding BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER money_sent_back_is_never_changed BEFORE UPDATE ON money_sent_back BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER closure_is_never_changed BEFORE UPDATE ON closure BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER cancellation_is_never_changed BEFORE UPDATE ON cancellation BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER decision_telling_is_never_changed BEFORE UPDATE ON decision_telling BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER attachment_removal_is_never_changed BEFORE UPDATE ON attachment_removal BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER grant_award_is_never_taken_away BEFORE DELETE ON grant_award BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER instalment_is_never_taken_away BEFORE DELETE ON instalment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER extension_is_never_taken_away BEFORE DELETE ON extension BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER signature_is_never_taken_away BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_account_is_never_taken_away BEFORE DELETE ON payee_account BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payee_check_is_never_taken_away BEFORE DELETE ON payee_check BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_is_never_taken_away BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER payment_undoing_is_never_taken_away BEFORE DELETE ON payment_undoing BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER feedback_is_never_taken_away BEFORE DELETE ON feedback BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER receipt_is_never_taken_away BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER receipt_voiding_is_never_taken_away BEFORE DELETE ON receipt_voiding BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER money_sent_back_is_never_taken_away BEFORE DELETE ON money_sent_back BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER closure_is_never_taken_away BEFORE DELETE ON closure BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER cancellation_is_never_taken_away BEFORE DELETE ON cancellation BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER decision_telling_is_never_taken_away BEFORE DELETE ON decision_telling BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER attachment_removal_is_never_taken_away BEFORE DELETE ON attachment_removal BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER application_version_is_never_taken_away BEFORE DELETE ON application_version BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER withdrawal_is_never_taken_away BEFORE DELETE ON withdrawal BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER decision_is_never_taken_away BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER note_is_never_taken_away BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER attachment_is_never_taken_away BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;

-- A sealed text may be opened once, when its embargo ends, and nothing else of its row changes.
CREATE TRIGGER application_version_is_only_opened BEFORE UPDATE ON application_version
WHEN NEW.application_id IS NOT OLD.application_id OR NEW.version IS NOT OLD.version OR NEW.received_at IS NOT OLD.received_at OR NEW.received_by IS NOT OLD.received_by OR OLD.blob_id IS NULL OR NEW.opened IS NULL
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER withdrawal_is_only_opened BEFORE UPDATE ON withdrawal
WHEN NEW.application_id IS NOT OLD.application_id OR NEW.withdrawn_on IS NOT OLD.withdrawn_on OR NEW.recorded_by IS NOT OLD.recorded_by OR OLD.blob_id IS NULL OR NEW.opened IS NULL
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER decision_is_only_opened BEFORE UPDATE ON decision
WHEN NEW.decision_id IS NOT OLD.decision_id OR NEW.application_id IS NOT OLD.application_id OR NEW.outcome IS NOT OLD.outcome OR NEW.amount_pence IS NOT OLD.amount_pence OR NEW.decided_on IS NOT OLD.decided_on OR NEW.body IS NOT OLD.body OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by OR OLD.blob_id IS NULL OR NEW.opened IS NULL
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER note_is_only_opened BEFORE UPDATE ON note
WHEN NEW.note_id IS NOT OLD.note_id OR NEW.application_id IS NOT OLD.application_id OR NEW.call IS NOT OLD.call OR NEW.noted_on IS NOT OLD.noted_on OR NEW.noted_by IS NOT OLD.noted_by OR OLD.blob_id IS NULL OR NEW.opened IS NULL
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;
CREATE TRIGGER attachment_is_only_opened BEFORE UPDATE ON attachment
WHEN NEW.attachment_id IS NOT OLD.attachment_id OR NEW.application_id IS NOT OLD.application_id OR NEW.kind IS NOT OLD.kind OR NEW.media_type IS NOT OLD.media_type OR NEW.size IS NOT OLD.size OR NEW.bytes_blob_id IS NOT OLD.bytes_blob_id OR NEW.added_on IS NOT OLD.added_on OR NEW.added_by IS NOT OLD.added_by OR OLD.blob_id IS NULL OR NEW.opened IS NULL
BEGIN
    SELECT RAISE(ABORT, 'a fact cannot be changed');
END;

-- A blob is looked for here whenever it is taken away.
CREATE INDEX application_blob ON application (typing_blob_id) WHERE typing_blob_id IS NOT NULL;
CREATE INDEX application_version_blob ON application_version (blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX withdrawal_blob ON withdrawal (blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX attachment_blob ON attachment (blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX attachment_bytes ON attachment (bytes_blob_id);
CREATE INDEX note_blob ON note (blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX decision_blob ON decision (blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX payee_account_blob ON payee_account (blob_id);
