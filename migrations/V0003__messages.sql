-- Why: nothing is sent inside a transaction. What we owe the phone network is a row first, so that a crash can neither
-- lose it nor send it twice unmarked.
CREATE TABLE carrier_account (
    id      uuid PRIMARY KEY,
    kind    text NOT NULL,
    account text NOT NULL,
    CONSTRAINT an_account_is_known_once UNIQUE (kind, account)
);
COMMENT ON TABLE carrier_account IS 'An account with a carrier; carrier ids are unique within it.';

CREATE TABLE message (
    id                 uuid PRIMARY KEY,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    kind               text NOT NULL CONSTRAINT a_message_is_a_text_or_a_call CHECK (kind IN ('text', 'call')),
    purpose            text NOT NULL CONSTRAINT a_message_has_a_known_purpose
                       CHECK (purpose IN ('dispatch', 'stand_down', 'answer', 'notice', 'cover_reply')),
    sender_sealed      bytea NOT NULL,
    recipient_sealed   bytea NOT NULL,
    words_sealed       bytea NOT NULL,
    key_id             uuid NOT NULL,
    repeatable         boolean NOT NULL,
    -- What the message is about: ids of things above this step of the stair, bound by keys where those are made.
    alert_id           uuid,
    dispatch_id        uuid,
    member_id          uuid,
    contact_point_id   uuid,
    made_at            timestamptz NOT NULL,
    not_before         timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    cancelled_at       timestamptz,
    state              text NOT NULL CONSTRAINT a_message_is_in_a_known_state
                       CHECK (state IN ('waiting', 'sending', 'accepted', 'delivered', 'undelivered', 'refused',
                                        'unknown', 'expired', 'cancelled')),
    due_at             timestamptz,
    failures           integer NOT NULL DEFAULT 0,
    failure_noted      boolean NOT NULL DEFAULT false,
    CONSTRAINT only_an_unsent_message_is_due CHECK ((state IN ('waiting', 'sending')) = (due_at IS NOT NULL))
);
COMMENT ON TABLE message IS 'The outbox: texts and calls we owe the phone network. While sending, due_at is the end of the lease.';
CREATE INDEX message_due ON message (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX message_unsent_of_member ON message (member_id) WHERE state IN ('waiting', 'sending');
CREATE INDEX message_failed ON message (id)
    WHERE purpose = 'dispatch' AND state IN ('undelivered', 'refused', 'unknown', 'expired') AND NOT failure_noted;
CREATE INDEX message_of_alert ON message (alert_id);
CREATE INDEX message_of_dispatch ON message (dispatch_id);

CREATE TABLE attempt (
    id                uuid PRIMARY KEY,
    message_id        uuid NOT NULL REFERENCES message,
    sequence          integer NOT NULL,
    repeat            boolean NOT NULL,
    state             text NOT NULL CONSTRAINT an_attempt_is_in_a_known_state
                      CHECK (state IN ('sending', 'not_taken', 'unknown', 'refused', 'accepted', 'sent', 'delivered',
                                       'undelivered')),
    carrier_id_index  bytea,
    carrier_id_sealed bytea,
    error             text,
    started_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    CONSTRAINT attempts_are_counted UNIQUE (message_id, sequence)
);
COMMENT ON TABLE attempt IS 'One try to send one message by one carrier; its state only moves forward.';
GRANT SELECT, INSERT ON carrier_account TO ${runner};
GRANT SELECT, INSERT, UPDATE ON message, attempt TO ${runner};
