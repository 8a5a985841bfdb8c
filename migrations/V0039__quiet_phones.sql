-- Why: while she is inside by a proven timer nothing goes to her phone but the answer to a code that lives for it, so such an
-- answer is told apart from any other. OUT by number alone changes nothing, and pages show when it came.
-- ON by number alone takes nobody off call: the text that asks for her word gives a code for it.
ALTER TABLE message DROP CONSTRAINT a_message_has_a_known_purpose;
ALTER TABLE message ADD CONSTRAINT a_message_has_a_known_purpose CHECK (purpose IN ('dispatch', 'stand_down', 'answer',
    'answer_to_code', 'notice', 'cover_reply', 'plain_reply', 'call_back', 'bridge'));
CREATE INDEX message_kept_from_member ON message (member_id, made_at) WHERE state = 'cancelled' AND kind = 'text';

ALTER TABLE safety_timer ADD COLUMN said_out_at timestamptz;
COMMENT ON COLUMN safety_timer.said_out_at IS 'When an OUT that proves nothing last came from her number. Kept as long as its row.';

ALTER TABLE promise ADD COLUMN code_index bytea;
ALTER TABLE promise ADD COLUMN code_sealed bytea;
ALTER TABLE promise ADD CONSTRAINT a_code_of_a_promise_is_found_and_read CHECK ((code_index IS NULL) = (code_sealed IS NULL));
COMMENT ON COLUMN promise.code_index IS 'Keyed hash of the six digits that prove her ON; those of one text share them. Kept as long as its row.';
COMMENT ON COLUMN promise.code_sealed IS 'The digits, sealed under the house''s key. Kept as long as its row.';
CREATE INDEX promise_of_code ON promise (member_id, code_index) WHERE code_index IS NOT NULL;
