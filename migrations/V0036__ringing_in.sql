-- Why: a caller id can be forged. From a member's number a call tells nothing until her PIN or a live reply code is keyed, and
-- wrong keys in such calls bar such calls alone: never her PIN in the calls that we place, nor those calls.
CREATE TABLE ring_in (
    member_id    uuid PRIMARY KEY REFERENCES member,
    wrong_tries  integer NOT NULL DEFAULT 0,
    barred_until timestamptz,
    rung_back_at timestamptz
);
COMMENT ON TABLE ring_in IS 'What calls from a member''s number have keyed wrongly in a row, and when we last rang her back for one. One row a member, which stays as long as she does.';
GRANT SELECT, INSERT, UPDATE ON ring_in TO ${runner};

-- What was keyed belongs to the call; and that nothing was opened can be told only once the call is over.
ALTER TABLE incoming_call ADD COLUMN proved_at timestamptz;
ALTER TABLE incoming_call ADD COLUMN proved_for uuid REFERENCES dispatch;
ALTER TABLE incoming_call ADD COLUMN tell_at timestamptz;
ALTER TABLE incoming_call ADD CONSTRAINT only_a_members_call_is_proved_or_told_of
    CHECK (member_id IS NOT NULL OR (proved_at IS NULL AND tell_at IS NULL));
ALTER TABLE incoming_call ADD CONSTRAINT a_code_proves_what_it_is_of CHECK (proved_for IS NULL OR proved_at IS NOT NULL);
COMMENT ON COLUMN incoming_call.proved_at IS 'When her PIN, or a live code, was keyed in it. Goes with the row.';
COMMENT ON COLUMN incoming_call.proved_for IS 'The dispatch whose code it was; null where it was her PIN. Goes with the row.';
COMMENT ON COLUMN incoming_call.tell_at IS 'When the call counts as over and the coordinators hear that nothing was opened; null once they have, or where something was.';
CREATE INDEX incoming_call_to_tell ON incoming_call (tell_at) WHERE tell_at IS NOT NULL;
