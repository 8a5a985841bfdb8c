-- Why: one request to one responder to take one alert. The reply code proves that this phone was asked; it lives
-- while the dispatch is asked or its responder holds the ladder, and among the living ones of a responder it is
-- unique. Intake is never limited, but a phone that rings forty times is switched off: an ask is first only marked,
-- and a text or call then tells of it at a pace.
CREATE TABLE dispatch (
    id          uuid PRIMARY KEY,
    alert_id    uuid NOT NULL REFERENCES alert,
    ladder_id   uuid NOT NULL REFERENCES ladder,
    member_id   uuid NOT NULL REFERENCES member,
    step        integer NOT NULL,
    round       integer NOT NULL,
    state       text NOT NULL
                CONSTRAINT a_dispatch_is_in_a_known_state
                CHECK (state IN ('asked', 'unreached', 'taken', 'passed', 'handed_back', 'stood_down', 'ended')),
    companion   boolean NOT NULL DEFAULT false,
    beside_only boolean NOT NULL DEFAULT false,
    known       boolean NOT NULL DEFAULT false,
    gravity     integer NOT NULL DEFAULT 0,
    zone        text NOT NULL DEFAULT 'UTC',
    code_index  bytea NOT NULL,
    code_sealed bytea NOT NULL,
    asked_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    tell_at     timestamptz,
    told_at     timestamptz,
    ring_at     timestamptz,
    later_at    timestamptz,
    asks        integer NOT NULL DEFAULT 0,
    CONSTRAINT only_what_is_asked_is_to_be_told CHECK (tell_at IS NULL OR state IN ('asked', 'unreached')),
    CONSTRAINT only_what_is_asked_is_to_be_rung_for CHECK (ring_at IS NULL OR state IN ('asked', 'unreached')),
    CONSTRAINT only_who_passed_is_asked_later CHECK (later_at IS NULL OR state = 'passed')
);
COMMENT ON TABLE dispatch IS 'One request to one responder to take one alert. Goes with its alert, which stays.';
COMMENT ON COLUMN dispatch.companion IS 'She comes beside whoever has the ladder: she has a code of her own, and no lease.';
COMMENT ON COLUMN dispatch.beside_only IS 'She is of another discipline and may come beside: her word takes no ladder. Goes with its row.';
COMMENT ON COLUMN dispatch.known IS 'As the alert''s.';
COMMENT ON COLUMN dispatch.gravity IS '0 is the gravest.';
COMMENT ON COLUMN dispatch.zone IS 'The time zone in which she is told times.';
COMMENT ON COLUMN dispatch.code_index IS 'Keyed hash of member and code.';
COMMENT ON COLUMN dispatch.code_sealed IS 'The code, under the alert''s key.';
COMMENT ON COLUMN dispatch.changed_at IS 'When its state last changed.';
COMMENT ON COLUMN dispatch.tell_at IS 'Since when she is to be told of it; null when she has been.';
COMMENT ON COLUMN dispatch.told_at IS 'When a text first told her of it.';
COMMENT ON COLUMN dispatch.ring_at IS 'When she is to be rung, unless she has answered by then.';
COMMENT ON COLUMN dispatch.later_at IS 'Until when she asked not to be asked.';
COMMENT ON COLUMN dispatch.asks IS 'How often a text has asked her for it.';
CREATE UNIQUE INDEX a_reply_code_is_unique_among_a_responders_living_ones ON dispatch (member_id, code_index)
    WHERE state IN ('asked', 'unreached', 'taken');
CREATE UNIQUE INDEX a_responder_has_one_living_dispatch_a_ladder ON dispatch (ladder_id, member_id)
    WHERE state IN ('asked', 'unreached', 'taken');
CREATE INDEX dispatch_of_alert ON dispatch (alert_id);
CREATE INDEX dispatch_of_ladder ON dispatch (ladder_id);
CREATE INDEX dispatch_of_code ON dispatch (member_id, code_index);
CREATE INDEX dispatch_to_tell ON dispatch (member_id, known DESC, gravity, tell_at) WHERE tell_at IS NOT NULL;
CREATE INDEX dispatch_to_ring ON dispatch (ring_at) WHERE ring_at IS NOT NULL;
CREATE INDEX dispatch_of_member_lately ON dispatch (member_id, asked_at);
GRANT SELECT, INSERT, UPDATE ON dispatch TO ${runner};

ALTER TABLE message ADD CONSTRAINT a_message_is_about_a_known_dispatch FOREIGN KEY (dispatch_id) REFERENCES dispatch;

CREATE TABLE message_dispatch (
    message_id    uuid NOT NULL REFERENCES message,
    dispatch_id   uuid NOT NULL REFERENCES dispatch,
    alert_id      uuid NOT NULL REFERENCES alert,
    listed        boolean NOT NULL,
    failure_noted boolean NOT NULL DEFAULT false,
    CONSTRAINT a_message_tells_of_a_dispatch_once PRIMARY KEY (dispatch_id, message_id)
);
COMMENT ON TABLE message_dispatch IS 'What a message asks for. Goes with its message, which stays.';
COMMENT ON COLUMN message_dispatch.listed IS 'Not listed: only counted, under "more: see the page".';
COMMENT ON COLUMN message_dispatch.failure_noted IS 'Whether it was seen that this did not reach her.';
CREATE INDEX message_dispatch_of_message ON message_dispatch (message_id);
CREATE INDEX message_dispatch_of_alert ON message_dispatch (alert_id);
GRANT SELECT, INSERT, UPDATE ON message_dispatch TO ${runner};

CREATE TABLE asked_again (
    member_id uuid NOT NULL REFERENCES member,
    alert_id  uuid NOT NULL REFERENCES alert,
    PRIMARY KEY (member_id, alert_id)
);
COMMENT ON TABLE asked_again IS
    'Alerts of which it is to be seen whether a member, whose phone is in doubt no more, is asked for them. A row goes once that has been seen, within seconds.';
COMMENT ON COLUMN asked_again.member_id IS 'The member; goes with its row.';
COMMENT ON COLUMN asked_again.alert_id IS 'The alert; goes with its row.';
GRANT SELECT, INSERT, DELETE ON asked_again TO ${runner};
