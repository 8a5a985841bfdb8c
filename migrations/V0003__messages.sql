-- Why: nothing is sent inside a transaction. What we owe the phone network, texts and calls alike, is a row first, so
-- that a crash can neither lose it nor send it twice unmarked. What a message is about stands above this step of the
-- stair: such ids are bound by keys where their tables are made, or not at all.
CREATE TABLE carrier_account (
    id      uuid PRIMARY KEY,
    kind    text NOT NULL,
    account text NOT NULL,
    CONSTRAINT an_account_is_known_once UNIQUE (kind, account)
);
COMMENT ON TABLE carrier_account IS
    'An account with a carrier; carrier ids are unique within it. A row stays, since messages and hotlines refer to it.';
COMMENT ON COLUMN carrier_account.account IS 'The carrier''s own name for it; virtual where the phones are virtual.';
GRANT SELECT, INSERT ON carrier_account TO ${runner};

CREATE TABLE message (
    id                 uuid PRIMARY KEY,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    kind               text NOT NULL CONSTRAINT a_message_is_a_text_or_a_call CHECK (kind IN ('text', 'call')),
    purpose            text NOT NULL
                       CONSTRAINT a_message_has_a_known_purpose
                       CHECK (purpose IN ('dispatch', 'stand_down', 'answer', 'answer_to_code', 'notice',
                                          'cover_reply', 'plain_reply', 'call_back', 'bridge')),
    talk               text CONSTRAINT a_talk_is_known CHECK (talk IN ('lease', 'summons', 'outside')),
    sender_sealed      bytea NOT NULL,
    recipient_sealed   bytea NOT NULL,
    words_sealed       bytea NOT NULL,
    key_id             uuid NOT NULL,
    repeatable         boolean NOT NULL,
    ring_seconds       integer,
    alert_id           uuid,
    dispatch_id        uuid,
    member_id          uuid,
    contact_point_id   uuid,
    outside_contact_id uuid,
    summons_id         uuid,
    follows            uuid REFERENCES message,
    made_at            timestamptz NOT NULL,
    not_before         timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    cancelled_at       timestamptz,
    state              text NOT NULL
                       CONSTRAINT a_message_is_in_a_known_state
                       CHECK (state IN ('waiting', 'sending', 'accepted', 'delivered', 'undelivered', 'refused',
                                        'unknown', 'expired', 'cancelled')),
    due_at             timestamptz,
    left_at            timestamptz,
    failures           integer NOT NULL DEFAULT 0,
    failure_noted      boolean NOT NULL DEFAULT false,
    heeded             boolean NOT NULL DEFAULT false,
    settled_at         timestamptz,
    CONSTRAINT only_an_unsent_message_is_due CHECK ((state IN ('waiting', 'sending')) = (due_at IS NOT NULL)),
    CONSTRAINT a_call_rings_for_a_while_and_a_text_never
        CHECK ((kind = 'call') = (ring_seconds IS NOT NULL) AND coalesce(ring_seconds, 30) BETWEEN 5 AND 120),
    CONSTRAINT an_outside_contact_is_rung_and_never_texted
        CHECK ((talk IS NOT DISTINCT FROM 'outside') = (outside_contact_id IS NOT NULL)
                 AND (outside_contact_id IS NULL OR kind = 'call'))
);
COMMENT ON TABLE message IS
    'The outbox: texts and calls we owe the phone network, and what became of them. Rows stay; the words of an erased alert go with its key.';
COMMENT ON COLUMN message.purpose IS 'What it is sent for; limits and pace count by it.';
COMMENT ON COLUMN message.talk IS 'What a call asks of who picks up, where it is no dispatch.';
COMMENT ON COLUMN message.sender_sealed IS 'The hotline''s number, under the key that key_id names.';
COMMENT ON COLUMN message.recipient_sealed IS 'Whom it goes to, under that key.';
COMMENT ON COLUMN message.words_sealed IS 'What it says, under that key.';
COMMENT ON COLUMN message.key_id IS 'Which key sealed it: the alert''s, a contact point''s, an enrolment''s or the house''s. No reference, since a key that is deleted erases what it sealed.';
COMMENT ON COLUMN message.repeatable IS 'Whether a second copy may be sent, marked as a repeat, where it is not known whether the first arrived.';
COMMENT ON COLUMN message.ring_seconds IS 'How long a call rings; null for a text.';
COMMENT ON COLUMN message.alert_id IS 'What it is about. No reference: alerts stand above messages.';
COMMENT ON COLUMN message.member_id IS 'Whose phone it goes to, if a member''s. No reference.';
COMMENT ON COLUMN message.contact_point_id IS 'Whose phone it goes to, if a reporter''s. No reference: contact points are erased.';
COMMENT ON COLUMN message.outside_contact_id IS 'Whose phone a call of ours rings, outside the organisation. Goes with its row.';
COMMENT ON COLUMN message.summons_id IS 'The timer that its call is about.';
COMMENT ON COLUMN message.follows IS 'The call to which nobody pressed a key, of which this is the second.';
COMMENT ON COLUMN message.not_before IS 'When it may be sent first.';
COMMENT ON COLUMN message.expires_at IS 'When it is worth sending no more.';
COMMENT ON COLUMN message.cancelled_at IS 'When it was taken back; while it is being sent, it may still arrive.';
COMMENT ON COLUMN message.due_at IS 'When it is looked at next: while waiting, the next try; while sending, the end of the lease of whoever sends it.';
COMMENT ON COLUMN message.left_at IS 'When it was last handed to the carrier, unless the carrier surely did not take it; the pace counts from it.';
COMMENT ON COLUMN message.failures IS 'How often the carrier surely did not take it.';
COMMENT ON COLUMN message.failure_noted IS 'Whether somebody has seen that it did not arrive, and asked the next step.';
COMMENT ON COLUMN message.heeded IS 'Whether it was seen what became of a call: a key, a second call, or none.';
COMMENT ON COLUMN message.settled_at IS 'When a call did what it asked for: a PIN was right, or somebody has heard.';
CREATE INDEX message_due ON message (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX message_unsent_of_member ON message (member_id) WHERE state IN ('waiting', 'sending');
CREATE INDEX message_failed ON message (id)
    WHERE purpose = 'dispatch' AND state IN ('undelivered', 'refused', 'unknown', 'expired') AND NOT failure_noted;
CREATE INDEX message_of_alert ON message (alert_id);
CREATE INDEX message_of_dispatch ON message (dispatch_id);
CREATE INDEX message_left_to_member ON message (member_id, left_at)
    WHERE purpose = 'dispatch' AND left_at IS NOT NULL;
CREATE INDEX message_withdrawn ON message (id)
    WHERE purpose = 'dispatch' AND kind = 'text' AND state = 'cancelled' AND NOT failure_noted;
CREATE INDEX message_failed_otherwise ON message (id)
    WHERE kind = 'text' AND purpose <> 'dispatch' AND state IN ('undelivered', 'refused') AND NOT failure_noted;
CREATE INDEX message_call_unheeded ON message (id) WHERE kind = 'call' AND purpose = 'dispatch' AND NOT heeded;
CREATE INDEX message_left_about_alerts ON message (member_id, left_at)
    WHERE purpose IN ('dispatch', 'stand_down', 'notice') AND left_at IS NOT NULL;
CREATE INDEX message_talk_unheeded ON message (id) WHERE talk IS NOT NULL AND NOT heeded;
CREATE INDEX message_of_summons ON message (summons_id) WHERE summons_id IS NOT NULL;
CREATE INDEX message_kept_from_member ON message (member_id, made_at) WHERE state = 'cancelled' AND kind = 'text';
CREATE INDEX message_calls_of_alert ON message (alert_id) WHERE kind = 'call';
CREATE INDEX message_answer_to_code ON message (member_id, made_at) WHERE purpose = 'answer_to_code';
CREATE INDEX message_arrived_at_member ON message (member_id, left_at) WHERE kind = 'text' AND state = 'delivered';
CREATE INDEX message_talk_with_member ON message (member_id, talk, made_at) WHERE talk IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON message TO ${runner};

CREATE TABLE attempt (
    id                uuid PRIMARY KEY,
    message_id        uuid NOT NULL REFERENCES message,
    sequence          integer NOT NULL,
    repeat            boolean NOT NULL,
    state             text NOT NULL
                      CONSTRAINT an_attempt_is_in_a_known_state
                      CHECK (state IN ('sending', 'not_taken', 'unknown', 'refused', 'accepted', 'sent',
                                       'delivered', 'undelivered')),
    carrier_id_index  bytea,
    carrier_id_sealed bytea,
    error             text,
    started_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    key_pressed_at    timestamptz,
    ended_at          timestamptz,
    proved_at         timestamptz,
    CONSTRAINT attempts_are_counted UNIQUE (message_id, sequence)
);
COMMENT ON TABLE attempt IS
    'One try to send one message by one carrier; its state only moves forward. Goes with its message, which stays.';
COMMENT ON COLUMN attempt.sequence IS 'Counted from 1 within its message.';
COMMENT ON COLUMN attempt.repeat IS 'Whether it went out marked as a repeat.';
COMMENT ON COLUMN attempt.carrier_id_index IS 'Keyed hash of the carrier''s id; null until it gave one.';
COMMENT ON COLUMN attempt.carrier_id_sealed IS 'That id, under the key of the message: for whoever asks the carrier what became of it.';
COMMENT ON COLUMN attempt.error IS 'The carrier''s error code, or what ended it here.';
COMMENT ON COLUMN attempt.key_pressed_at IS 'When somebody pressed a key in the call; an answering machine presses none.';
COMMENT ON COLUMN attempt.ended_at IS 'When an answered call was over.';
COMMENT ON COLUMN attempt.proved_at IS 'When her PIN was right in this call.';
GRANT SELECT, INSERT, UPDATE ON attempt TO ${runner};
