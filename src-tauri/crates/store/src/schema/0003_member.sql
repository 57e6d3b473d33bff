-- How long members serve and why they left.

ALTER TABLE member ADD COLUMN term_ends_on TEXT
    CHECK (term_ends_on IS NULL OR (term_ends_on IS date(term_ends_on) AND term_ends_on >= started_on));

ALTER TABLE member ADD COLUMN left_reason TEXT
    CHECK (left_reason IS NULL OR (length(trim(left_reason)) > 0 AND ended_on IS NOT NULL));

-- A member who left has no keys.
CREATE TRIGGER member_key_is_for_those_who_stay BEFORE INSERT ON member_key
WHEN (SELECT ended_on FROM member WHERE member_id = NEW.member_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'this member has left');
END;
