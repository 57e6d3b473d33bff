-- Membership: who has a seat in the partnership and how it came and went, offices, ties that matter for them, the papers
-- kept of each member, who would join between annual meetings, and elections at them.
--
-- All of these are facts: an end, or a mistake, is one more fact. Personal words are sealed to those who keep the members:
-- reasons for leaving, what is said of papers, who would join.

CREATE TABLE term (
    term_id     BLOB PRIMARY KEY CHECK (length(term_id) = 16),
    member_id   BLOB NOT NULL REFERENCES member,
    seat        TEXT NOT NULL CHECK (seat IN ('resident', 'advisory')),
    begins_on   TEXT NOT NULL CHECK (begins_on IS date(begins_on)),
    -- The last day. Only an advisory seat may have none.
    ends_on     TEXT CHECK (ends_on IS NULL OR (ends_on IS date(ends_on) AND ends_on BETWEEN begins_on AND date(begins_on, '+3 years'))),
    how         TEXT NOT NULL CHECK (how IN ('listed', 'agm', 'mid-year', 'appointed')),
    recorded_at TEXT NOT NULL,
    -- Nobody, where it was read off the members' list when this table was made.
    recorded_by BLOB REFERENCES member (member_id),
    CHECK (seat = 'advisory' OR ends_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX term_of_member ON term (member_id, begins_on);

CREATE TABLE term_end (
    term_id     BLOB PRIMARY KEY REFERENCES term,
    -- The first day without the seat.
    ended_on    TEXT NOT NULL CHECK (ended_on IS date(ended_on)),
    why         TEXT NOT NULL CHECK (why IN ('stood-down', 'resigned', 'removed', 'moved', 'other', 'mistake')),
    -- When they were told that they might be voted off, and the item of the meeting that voted.
    told_on     TEXT CHECK (told_on IS NULL OR (told_on IS date(told_on) AND told_on <= ended_on)),
    item_id     BLOB REFERENCES item,
    -- How that vote went: `{"residents": …, "advisers": …, "agreed": …}`.
    vote        TEXT CHECK (vote IS NULL OR json_valid(vote)),
    -- Reasons, in words.
    blob_id     BLOB REFERENCES blob,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB REFERENCES member (member_id),
    CHECK ((why = 'removed') = (told_on IS NOT NULL)),
    CHECK ((why = 'removed') = (vote IS NOT NULL)),
    CHECK (why = 'removed' OR item_id IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX term_end_item ON term_end (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX term_end_blob ON term_end (blob_id) WHERE blob_id IS NOT NULL;

CREATE TABLE office_term (
    office_term_id BLOB PRIMARY KEY CHECK (length(office_term_id) = 16),
    member_id      BLOB NOT NULL REFERENCES member,
    office         TEXT NOT NULL CHECK (office IN ('chair', 'vice-chair')),
    begins_on      TEXT NOT NULL CHECK (begins_on IS date(begins_on)),
    how            TEXT NOT NULL CHECK (how IN ('listed', 'only-nominee', 'ballot')),
    -- For each nominee of a written ballot, their votes: `[{"name": …, "votes": …}]`. The co-ordinator counts them.
    votes          TEXT CHECK (votes IS NULL OR json_valid(votes)),
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB REFERENCES member (member_id),
    CHECK ((votes IS NOT NULL) = (how = 'ballot'))
) STRICT, WITHOUT ROWID;

CREATE INDEX office_term_of_member ON office_term (member_id, begins_on);

CREATE TABLE office_end (
    office_term_id BLOB PRIMARY KEY REFERENCES office_term,
    -- The first day without the office.
    ended_on       TEXT NOT NULL CHECK (ended_on IS date(ended_on)),
    recorded_at    TEXT NOT NULL,
    recorded_by    BLOB REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- An attachment to the Local Trusted Organisation, or a paid post within the partnership's work.
CREATE TABLE tie (
    tie_id      BLOB PRIMARY KEY CHECK (length(tie_id) = 16),
    member_id   BLOB NOT NULL REFERENCES member,
    kind        TEXT NOT NULL CHECK (kind IN ('lto', 'paid-post')),
    what        TEXT NOT NULL CHECK (length(trim(what)) > 0),
    since       TEXT NOT NULL CHECK (since IS date(since)),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tie_of_member ON tie (member_id, since);

CREATE TABLE tie_end (
    tie_id      BLOB PRIMARY KEY REFERENCES tie,
    ended_on    TEXT NOT NULL CHECK (ended_on IS date(ended_on)),
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- That a member signed, was checked, learned or was heard. Never a number or a copy of a certificate.
CREATE TABLE member_paper (
    member_paper_id BLOB PRIMARY KEY CHECK (length(member_paper_id) = 16),
    member_id       BLOB NOT NULL REFERENCES member,
    kind            TEXT NOT NULL CHECK (kind IN ('agreement', 'dbs', 'identity', 'induction', 'training', 'exit-interview')),
    done_on         TEXT NOT NULL CHECK (done_on IS date(done_on)),
    -- What the kind asks for, in words.
    blob_id         BLOB REFERENCES blob,
    recorded_at     TEXT NOT NULL,
    recorded_by     BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_paper_of_member ON member_paper (member_id, done_on);
CREATE INDEX member_paper_blob ON member_paper (blob_id) WHERE blob_id IS NOT NULL;

-- It was entered by mistake.
CREATE TABLE member_paper_void (
    member_paper_id BLOB PRIMARY KEY REFERENCES member_paper,
    recorded_at     TEXT NOT NULL,
    recorded_by     BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

-- Somebody who would join between annual meetings, and met two resident members. Their name is sealed.
CREATE TABLE joining (
    joining_id  BLOB PRIMARY KEY CHECK (length(joining_id) = 16),
    met_on      TEXT NOT NULL CHECK (met_on IS date(met_on)),
    met_by      BLOB NOT NULL REFERENCES member (member_id),
    and_by      BLOB NOT NULL REFERENCES member (member_id),
    eligible    INTEGER NOT NULL CHECK (eligible IN (0, 1)),
    blob_id     BLOB NOT NULL REFERENCES blob,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id),
    CHECK (met_by <> and_by)
) STRICT, WITHOUT ROWID;

CREATE INDEX joining_blob ON joining (blob_id);

CREATE TABLE joining_vote (
    joining_id  BLOB PRIMARY KEY REFERENCES joining,
    voted_on    TEXT NOT NULL CHECK (voted_on IS date(voted_on)),
    -- The resident members present, the advisory members present, and the residents who agreed.
    residents   INTEGER NOT NULL CHECK (residents > 0),
    advisers    INTEGER NOT NULL CHECK (advisers >= 0),
    agreed      INTEGER NOT NULL CHECK (agreed BETWEEN 0 AND residents),
    -- The seat that came of it. None: two-thirds did not agree.
    term_id     BLOB REFERENCES term,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX joining_vote_term ON joining_vote (term_id) WHERE term_id IS NOT NULL;

-- A vote on one candidate at an annual general meeting of the Forum, by show of hands of the residents in attendance.
CREATE TABLE election (
    election_id  BLOB PRIMARY KEY CHECK (length(election_id) = 16),
    held_on      TEXT NOT NULL CHECK (held_on IS date(held_on)),
    candidate    TEXT NOT NULL CHECK (length(trim(candidate)) > 0),
    -- When their written nomination came. None for a member who stood down and stood again.
    nominated_on TEXT CHECK (nominated_on IS NULL OR nominated_on IS date(nominated_on)),
    residents    INTEGER NOT NULL CHECK (residents > 0),
    hands        INTEGER NOT NULL CHECK (hands BETWEEN 0 AND residents),
    -- The seat that came of it. None: two-thirds did not agree.
    term_id      BLOB REFERENCES term,
    recorded_at  TEXT NOT NULL,
    recorded_by  BLOB NOT NULL REFERENCES member (member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX election_by_day ON election (held_on, election_id);
CREATE INDEX election_term ON election (term_id) WHERE term_id IS NOT NULL;

-- Seats and offices as the members' list tells them. A resident seat lasts three years at most; an advisory one as agreed.
INSERT INTO term (term_id, member_id, seat, begins_on, ends_on, how, recorded_at)
SELECT member_id, member_id, seat, started_on,
    CASE seat
        WHEN 'advisory' THEN term_ends_on
        ELSE coalesce(term_ends_on, date(started_on, '+3 years', iif(strftime('%m-%d', started_on) = '02-29', '-1 day', '+0 days')))
    END,
    'listed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
FROM (
    SELECT *, CASE
        WHEN role IN ('chair', 'vice-chair', 'resident') OR (role = 'reviewer' AND residency = 'lives') THEN 'resident'
        WHEN role IN ('advisory', 'reviewer') THEN 'advisory'
    END AS seat
    FROM member
)
WHERE seat IS NOT NULL;

INSERT INTO term_end (term_id, ended_on, why, recorded_at)
SELECT t.term_id, m.ended_on, 'other', t.recorded_at
FROM term AS t JOIN member AS m USING (member_id)
WHERE m.ended_on IS NOT NULL AND (t.ends_on IS NULL OR m.ended_on <= t.ends_on);

INSERT INTO office_term (office_term_id, member_id, office, begins_on, how, recorded_at)
SELECT member_id, member_id, role, started_on, 'listed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
FROM member
WHERE role IN ('chair', 'vice-chair');

INSERT INTO office_end (office_term_id, ended_on, recorded_at)
SELECT o.office_term_id, m.ended_on, o.recorded_at
FROM office_term AS o JOIN member AS m USING (member_id)
WHERE m.ended_on IS NOT NULL;

CREATE TRIGGER term_is_never_changed BEFORE UPDATE ON term BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER term_end_is_never_changed BEFORE UPDATE ON term_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER office_term_is_never_changed BEFORE UPDATE ON office_term BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER office_end_is_never_changed BEFORE UPDATE ON office_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER tie_is_never_changed BEFORE UPDATE ON tie BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER tie_end_is_never_changed BEFORE UPDATE ON tie_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER member_paper_is_never_changed BEFORE UPDATE ON member_paper BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER member_paper_void_is_never_changed BEFORE UPDATE ON member_paper_void BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER joining_is_never_changed BEFORE UPDATE ON joining BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER joining_vote_is_never_changed BEFORE UPDATE ON joining_vote BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER election_is_never_changed BEFORE UPDATE ON election BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER term_is_never_taken_away BEFORE DELETE ON term BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER term_end_is_never_taken_away BEFORE DELETE ON term_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER office_term_is_never_taken_away BEFORE DELETE ON office_term BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER office_end_is_never_taken_away BEFORE DELETE ON office_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER tie_is_never_taken_away BEFORE DELETE ON tie BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER tie_end_is_never_taken_away BEFORE DELETE ON tie_end BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER member_paper_is_never_taken_away BEFORE DELETE ON member_paper BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER member_paper_void_is_never_taken_away BEFORE DELETE ON member_paper_void BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER joining_is_never_taken_away BEFORE DELETE ON joining BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER joining_vote_is_never_taken_away BEFORE DELETE ON joining_vote BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
CREATE TRIGGER election_is_never_taken_away BEFORE DELETE ON election BEGIN SELECT RAISE(ABORT, 'a fact cannot be changed'); END;
