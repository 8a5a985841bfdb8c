-- Why: a phone whose owner is overdue or forced hears what any other phone would, and nothing of it is done. What it was told so
-- must be remembered, or its next answer, a reminder or a stand-down would tell that nothing was done.
CREATE TABLE pretence (
    dispatch_id  uuid PRIMARY KEY REFERENCES dispatch,
    member_id    uuid NOT NULL REFERENCES member,
    state        text NOT NULL CONSTRAINT a_pretence_is_of_a_known_state
                 CHECK (state IN ('asked', 'unreached', 'taken', 'passed', 'handed_back', 'stood_down', 'ended')),
    held_since   timestamptz,
    confirmed_at timestamptz,
    check_in_by  timestamptz,
    reminded     boolean NOT NULL DEFAULT false,
    CONSTRAINT whoever_seems_to_have_it_seems_to_check_in CHECK ((held_since IS NULL) = (check_in_by IS NULL)
                                                                 AND (check_in_by IS NULL OR state = 'taken' AND confirmed_at IS NOT NULL))
);
COMMENT ON TABLE pretence IS 'What a phone in doubt was told of a dispatch: one row each that was alive when the doubt began or since. Rows go when a coordinator clears the member, or when the phone is told what is true.';
COMMENT ON COLUMN pretence.confirmed_at IS 'Whence the hours seem to count that texts carry her.';
COMMENT ON COLUMN pretence.check_in_by IS 'Until when she seems to have it; null where she does not seem to.';
COMMENT ON COLUMN pretence.reminded IS 'Whether she was reminded of that check-in.';
CREATE INDEX pretence_of_member ON pretence (member_id);
CREATE INDEX pretence_by_check_in ON pretence (check_in_by) WHERE check_in_by IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON pretence TO ${runner};
