-- Why: a phone that rings forty times, or is told forty times that all is over, is switched off like one that is texted forty
-- times. Calls, stand-downs and notices are marked first, as dispatches are, and then told at a pace. A step may text at
-- once and ring later; and who says "not me" may say for how long, and why.
ALTER TABLE escalation_step ADD COLUMN call_after_seconds integer;
ALTER TABLE escalation_step DROP CONSTRAINT a_step_asks_in_a_known_way;
ALTER TABLE escalation_step ADD CONSTRAINT a_step_asks_in_a_known_way CHECK (way IN ('text', 'voice', 'text_then_call'));
ALTER TABLE escalation_step ADD CONSTRAINT a_step_that_texts_first_says_when_it_calls
    CHECK ((way = 'text_then_call') = (call_after_seconds IS NOT NULL)
           AND coalesce(call_after_seconds, 0) BETWEEN 0 AND wait_seconds - 1);

-- ring_at: when its responder is to be rung, unless she has answered by then. later_at: until when she asked not to be asked.
ALTER TABLE dispatch
    ADD COLUMN ring_at timestamptz,
    ADD COLUMN later_at timestamptz,
    ADD CONSTRAINT only_what_is_asked_is_to_be_rung_for CHECK (ring_at IS NULL OR state IN ('asked', 'unreached')),
    ADD CONSTRAINT only_who_passed_is_asked_later CHECK (later_at IS NULL OR state = 'passed');
CREATE INDEX dispatch_to_ring ON dispatch (ring_at) WHERE ring_at IS NOT NULL;

CREATE TABLE replaced_code (
    member_id   uuid NOT NULL REFERENCES member,
    code_index  bytea NOT NULL,
    replaced_at timestamptz NOT NULL
);
COMMENT ON TABLE replaced_code IS 'Reply codes that died because somebody guessed, so that none is given out again soon.';
CREATE INDEX replaced_code_of_member ON replaced_code (member_id, code_index);
GRANT SELECT, INSERT ON replaced_code TO ${runner};

CREATE TABLE notice (
    id            uuid PRIMARY KEY,
    member_id     uuid NOT NULL REFERENCES member,
    alert_id      uuid REFERENCES alert,
    dispatch_id   uuid REFERENCES dispatch,
    purpose       text NOT NULL CONSTRAINT a_notice_has_a_known_purpose CHECK (purpose IN ('stand_down', 'notice')),
    phrase        text NOT NULL,
    values_sealed bytea NOT NULL,
    made_at       timestamptz NOT NULL,
    told_at       timestamptz,
    message_id    uuid REFERENCES message,
    CONSTRAINT what_a_message_tells_has_been_told CHECK (message_id IS NULL OR told_at IS NOT NULL)
);
COMMENT ON TABLE notice IS 'What a member is to be told and not asked: a stand-down, or a notice to a coordinator. Told without a message: it was no longer so.';
CREATE INDEX notice_untold ON notice (member_id, made_at) WHERE told_at IS NULL;
CREATE INDEX notice_of_alert ON notice (alert_id) WHERE message_id IS NOT NULL;
CREATE INDEX notice_lately ON notice (phrase, made_at);
GRANT SELECT, INSERT, UPDATE ON notice TO ${runner};

ALTER TABLE pace ADD COLUMN notices_at timestamptz NOT NULL DEFAULT 'epoch';
CREATE INDEX message_left_about_alerts ON message (member_id, left_at)
    WHERE purpose IN ('dispatch', 'stand_down', 'notice') AND left_at IS NOT NULL;
