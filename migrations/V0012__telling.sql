-- Why: dispatches, stand-downs and notices go to a phone at one pace, so each is marked first and told later. What
-- must be known at once is never held; at most 20 notices an hour go to a phone; and what a phone number alone can
-- cause is told once in ten minutes, or whoever forges senders decides how often the coordinators are woken.
CREATE TABLE pace (
    member_id      uuid PRIMARY KEY REFERENCES member,
    known_at       timestamptz NOT NULL DEFAULT 'epoch',
    strangers_at   timestamptz NOT NULL DEFAULT 'epoch',
    of_a_sweep     boolean NOT NULL DEFAULT false,
    known_from     timestamptz NOT NULL DEFAULT 'epoch',
    strangers_from timestamptz NOT NULL DEFAULT 'epoch',
    codes_told_at  timestamptz NOT NULL DEFAULT 'epoch',
    notices_at     timestamptz NOT NULL DEFAULT 'epoch'
);
COMMENT ON TABLE pace IS
    'When a responder was last told of alerts, and from when she is to be looked at again. Its row is the lock of her telling. One row a member, which stays as long as she does.';
COMMENT ON COLUMN pace.known_at IS 'When she was last told of a known number''s alert.';
COMMENT ON COLUMN pace.strangers_at IS 'When of a stranger''s.';
COMMENT ON COLUMN pace.of_a_sweep IS 'Whether those were of one sweep.';
COMMENT ON COLUMN pace.known_from IS 'From when she may be told of such an alert again; a hint, looked at once more.';
COMMENT ON COLUMN pace.strangers_from IS 'The same for strangers.';
COMMENT ON COLUMN pace.codes_told_at IS 'When she was last told that a word needs a code, or that a code is wrong.';
COMMENT ON COLUMN pace.notices_at IS 'From when she may be told of notices again.';
GRANT SELECT, INSERT, UPDATE ON pace TO ${runner};

CREATE TABLE notice (
    id            uuid PRIMARY KEY,
    member_id     uuid NOT NULL REFERENCES member,
    alert_id      uuid REFERENCES alert,
    dispatch_id   uuid REFERENCES dispatch,
    purpose       text NOT NULL CONSTRAINT a_notice_has_a_known_purpose CHECK (purpose IN ('stand_down', 'notice')),
    urgency       text NOT NULL DEFAULT 'held'
                  CONSTRAINT a_notice_has_a_known_urgency CHECK (urgency IN ('at_once', 'held', 'number_alone')),
    about_id      uuid REFERENCES member,
    phrase        text NOT NULL,
    values_sealed bytea NOT NULL,
    made_at       timestamptz NOT NULL,
    told_at       timestamptz,
    message_id    uuid REFERENCES message,
    CONSTRAINT what_a_message_tells_has_been_told CHECK (message_id IS NULL OR told_at IS NOT NULL),
    CONSTRAINT what_a_number_alone_causes_is_about_its_member
        CHECK (urgency <> 'number_alone' OR about_id IS NOT NULL)
);
COMMENT ON TABLE notice IS
    'What a member is to be told and not asked: a stand-down, or a notice to a coordinator. Told without a message: it was no longer so. Rows stay; their values go with the alert''s key.';
COMMENT ON COLUMN notice.urgency IS 'at_once is never held; of held 20 texts an hour are sent, the rest is told as a count; number_alone is told once in ten minutes. Goes with its row.';
COMMENT ON COLUMN notice.about_id IS 'Whose number caused it, so that the same is not left twice before it is told. Goes with its row.';
COMMENT ON COLUMN notice.phrase IS 'The pack''s phrase that tells it.';
COMMENT ON COLUMN notice.values_sealed IS 'What is put into the phrase, under the key of its alert, else of the house.';
COMMENT ON COLUMN notice.message_id IS 'The text that told it.';
CREATE INDEX notice_untold ON notice (member_id, made_at) WHERE told_at IS NULL;
CREATE INDEX notice_of_alert ON notice (alert_id) WHERE message_id IS NOT NULL;
CREATE INDEX notice_lately ON notice (phrase, made_at);
CREATE INDEX notice_told ON notice (member_id, told_at) WHERE message_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON notice TO ${runner};
