-- Why: a seized phone can text HERE for ever. What texts may carry is counted from the last time a responder showed more than
-- her phone: her PIN in a call, or the page. A lapse keeps who had it and when last heard. A responder who goes into a
-- station leaves a timer behind; once it is overdue, texts from her phone renew and end nothing until a coordinator clears it.
CREATE TABLE lease (
    ladder_id    uuid NOT NULL REFERENCES ladder,
    member_id    uuid NOT NULL REFERENCES member,
    carried_from timestamptz NOT NULL,
    taken_at     timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL,
    lapsed_at    timestamptz,
    reminded_for timestamptz,
    PRIMARY KEY (ladder_id, member_id)
);
COMMENT ON TABLE lease IS 'What a responder has, or had, of a ladder. carried_from: whence the two hours of texts count; reminded_for: the check-in she was reminded of.';

CREATE TABLE pin (
    member_id    uuid PRIMARY KEY REFERENCES member,
    pin_hash     text NOT NULL,
    duress_hash  text NOT NULL,
    wrong_tries  integer NOT NULL DEFAULT 0,
    barred_until timestamptz,
    kept_at      timestamptz NOT NULL
);
COMMENT ON TABLE pin IS 'What a member proves herself by in a call, as slow hashes. duress_hash: of the PIN for duress, or of one nobody knows.';

CREATE TABLE safety_timer (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    alert_id   uuid NOT NULL REFERENCES alert,
    kind       text NOT NULL CONSTRAINT a_timer_is_of_a_known_kind CHECK (kind IN ('inside', 'duress')),
    begun_at   timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    reminded   boolean NOT NULL DEFAULT false,
    next_at    timestamptz,
    overdue_at timestamptz,
    ended_at   timestamptz,
    heard_by   uuid REFERENCES member,
    heard_at   timestamptz,
    cleared_by uuid REFERENCES member,
    cleared_at timestamptz,
    CONSTRAINT a_timer_goes_on_until_a_human_knows
        CHECK ((next_at IS NULL) = (ended_at IS NOT NULL OR heard_at IS NOT NULL OR cleared_at IS NOT NULL)),
    CONSTRAINT an_overdue_timer_is_cleared_and_never_ended CHECK (overdue_at IS NULL OR ended_at IS NULL),
    CONSTRAINT only_an_overdue_timer_is_heard_of_or_cleared
        CHECK (overdue_at IS NOT NULL OR (heard_at IS NULL AND cleared_at IS NULL)),
    CONSTRAINT whoever_cleared_a_timer_is_known CHECK ((cleared_at IS NULL) = (cleared_by IS NULL))
);
COMMENT ON TABLE safety_timer IS 'A responder''s own time inside a station, or her PIN for duress. next_at: the reminder, the end, then the next call to the coordinators.';
CREATE UNIQUE INDEX a_member_has_one_timer_of_a_kind ON safety_timer (member_id, kind)
    WHERE ended_at IS NULL AND cleared_at IS NULL;
CREATE INDEX safety_timer_due ON safety_timer (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX safety_timer_of_alert ON safety_timer (alert_id);

-- A notice may be a call, of which it matters whether the right person was there and did what it asks.
ALTER TABLE message ADD COLUMN talk text CONSTRAINT a_talk_is_known CHECK (talk IN ('lease', 'summons'));
ALTER TABLE message ADD COLUMN summons_id uuid;
ALTER TABLE message ADD COLUMN settled_at timestamptz;
CREATE INDEX message_talk_unheeded ON message (id) WHERE talk IS NOT NULL AND NOT heeded;
CREATE INDEX message_of_summons ON message (summons_id) WHERE summons_id IS NOT NULL;
ALTER TABLE attempt ADD COLUMN proved_at timestamptz;
GRANT SELECT, INSERT, UPDATE, DELETE ON lease, pin, safety_timer TO ${runner};
