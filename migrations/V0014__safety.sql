-- Why: a responder who goes into a station leaves a timer behind. One that a number alone began reminds and rings
-- coordinators, and no more; one that she proved keeps her phone quiet until she proves that she is out, or a
-- coordinator clears it. A phone whose owner is overdue or forced hears what any other phone would, and nothing of it
-- is done: what it was told so must be remembered.
CREATE TABLE safety_timer (
    id          uuid PRIMARY KEY,
    member_id   uuid NOT NULL REFERENCES member,
    alert_id    uuid NOT NULL REFERENCES alert,
    kind        text NOT NULL CONSTRAINT a_timer_is_of_a_known_kind CHECK (kind IN ('inside', 'duress')),
    proven      boolean NOT NULL,
    begun_at    timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    reminded    boolean NOT NULL DEFAULT false,
    next_at     timestamptz,
    overdue_at  timestamptz,
    said_out_at timestamptz,
    ended_at    timestamptz,
    heard_by    uuid REFERENCES member,
    heard_at    timestamptz,
    cleared_by  uuid REFERENCES member,
    cleared_at  timestamptz,
    CONSTRAINT a_timer_goes_on_until_a_human_knows
        CHECK ((next_at IS NULL) = (ended_at IS NOT NULL OR heard_at IS NOT NULL OR cleared_at IS NOT NULL)),
    CONSTRAINT only_an_overdue_timer_is_heard_of_or_cleared
        CHECK (overdue_at IS NOT NULL OR (heard_at IS NULL AND cleared_at IS NULL)),
    CONSTRAINT whoever_cleared_a_timer_is_known CHECK ((cleared_at IS NULL) = (cleared_by IS NULL)),
    CONSTRAINT an_overdue_proven_timer_is_cleared_and_never_ended
        CHECK (overdue_at IS NULL OR ended_at IS NULL OR NOT proven)
);
COMMENT ON TABLE safety_timer IS
    'A responder''s own time inside a station, or her PIN for duress. Goes with its alert, which stays.';
COMMENT ON COLUMN safety_timer.kind IS 'inside: her own time; duress: her PIN for duress was keyed.';
COMMENT ON COLUMN safety_timer.proven IS 'Whether more than her number began it: a code, a PIN or her page. Kept as long as its row.';
COMMENT ON COLUMN safety_timer.reminded IS 'Whether she was reminded that it ends.';
COMMENT ON COLUMN safety_timer.next_at IS 'The reminder, the end, then the next call to the coordinators; null once it has ended or a human knows.';
COMMENT ON COLUMN safety_timer.overdue_at IS 'When it ran out.';
COMMENT ON COLUMN safety_timer.said_out_at IS 'When an OUT that proves nothing last came from her number. Kept as long as its row.';
COMMENT ON COLUMN safety_timer.ended_at IS 'When she ended it.';
COMMENT ON COLUMN safety_timer.heard_by IS 'The coordinator who heard of it.';
COMMENT ON COLUMN safety_timer.cleared_by IS 'The coordinator who said what became of her.';
CREATE INDEX safety_timer_due ON safety_timer (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX safety_timer_of_alert ON safety_timer (alert_id);
CREATE UNIQUE INDEX a_member_has_one_timer_of_a_kind ON safety_timer (member_id, kind, proven)
    WHERE ended_at IS NULL AND cleared_at IS NULL;
CREATE INDEX safety_timer_of_member ON safety_timer (member_id, kind, begun_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON safety_timer TO ${runner};

CREATE TABLE pretence (
    dispatch_id  uuid PRIMARY KEY REFERENCES dispatch,
    member_id    uuid NOT NULL REFERENCES member,
    state        text NOT NULL
                 CONSTRAINT a_pretence_is_of_a_known_state
                 CHECK (state IN ('asked', 'unreached', 'taken', 'passed', 'handed_back', 'stood_down', 'ended')),
    held_since   timestamptz,
    confirmed_at timestamptz,
    check_in_by  timestamptz,
    reminded     boolean NOT NULL DEFAULT false,
    CONSTRAINT whoever_seems_to_have_it_seems_to_check_in
        CHECK ((held_since IS NULL) = (check_in_by IS NULL) AND (check_in_by IS NULL OR state = 'taken'
                 AND confirmed_at IS NOT NULL))
);
COMMENT ON TABLE pretence IS
    'What a phone in doubt was told of a dispatch: one row each that was alive when the doubt began or since. Rows go when a coordinator clears the member, or when the phone is told what is true.';
COMMENT ON COLUMN pretence.state IS 'The state of the dispatch as the phone was told. Goes with its row.';
COMMENT ON COLUMN pretence.held_since IS 'Since when the phone was told that its owner has the alert; null where it was told otherwise. Goes with its row.';
COMMENT ON COLUMN pretence.confirmed_at IS 'Start of the two hours in which texts alone could renew the lease, as the phone was told. Goes with its row.';
COMMENT ON COLUMN pretence.check_in_by IS 'End of the lease that the phone was told of; null where it was told of none. Goes with its row.';
COMMENT ON COLUMN pretence.reminded IS 'Whether she was reminded of that check-in.';
CREATE INDEX pretence_of_member ON pretence (member_id);
CREATE INDEX pretence_by_check_in ON pretence (check_in_by) WHERE check_in_by IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON pretence TO ${runner};

CREATE TABLE pretended_timer (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    alert_id   uuid NOT NULL REFERENCES alert,
    proven     boolean NOT NULL,
    begun_at   timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    remind_at  timestamptz,
    ended      boolean NOT NULL,
    CONSTRAINT a_phone_is_told_of_one_timer_of_a_kind UNIQUE (member_id, proven),
    CONSTRAINT only_a_pretended_timer_by_number_alone_reminds CHECK (remind_at IS NULL OR NOT proven AND NOT ended)
);
COMMENT ON TABLE pretended_timer IS 'What a phone in doubt was told of a time inside, begun by her number alone or by a proof: one row each since its words changed what it knows. Where there is none, it knows of the true timer. Rows go when a coordinator clears the member.';
COMMENT ON COLUMN pretended_timer.remind_at IS 'When it is to be reminded; null where it is not, or was.';
COMMENT ON COLUMN pretended_timer.ended IS 'Whether it believes that this time is over.';
CREATE INDEX pretended_timer_of_alert ON pretended_timer (alert_id);
CREATE INDEX pretended_timer_to_remind ON pretended_timer (remind_at) WHERE remind_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON pretended_timer TO ${runner};
