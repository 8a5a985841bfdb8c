-- Why: the virtual phones are a phone network of their own, for trying out and training, and a phone remembers its
-- texts when the gateway has been restarted. A receipt that is still owed is a row too, so a restart only delays it.
-- What is said in a call lives in memory and dies with it; that there was a call is a row, so that one which a stop
-- has cut off says so.
CREATE TABLE virtual_text (
    id             uuid PRIMARY KEY,
    phone_index    bytea NOT NULL,
    incoming       boolean NOT NULL,
    words_sealed   bytea NOT NULL,
    status         text NOT NULL
                   CONSTRAINT a_virtual_text_is_in_a_known_state
                   CHECK (status IN ('on_its_way', 'delivered', 'undelivered', 'refused', 'sending', 'sent',
                                     'failed')),
    at             timestamptz NOT NULL,
    receipt_due_at timestamptz,
    CONSTRAINT only_an_incoming_text_owes_a_receipt CHECK (incoming OR receipt_due_at IS NULL)
);
COMMENT ON TABLE virtual_text IS 'A text on a virtual phone. Rows stay.';
COMMENT ON COLUMN virtual_text.phone_index IS 'Keyed hash of the phone''s number.';
COMMENT ON COLUMN virtual_text.incoming IS 'Received by that phone, and then its id is that of the attempt.';
COMMENT ON COLUMN virtual_text.words_sealed IS 'Under the key of the house.';
COMMENT ON COLUMN virtual_text.receipt_due_at IS 'When the carrier''s receipt for it is given; null where none is owed.';
CREATE INDEX virtual_text_of_phone ON virtual_text (phone_index, at);
CREATE INDEX virtual_text_receipt_due ON virtual_text (receipt_due_at) WHERE receipt_due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON virtual_text TO ${runner};

CREATE TABLE virtual_call (
    id           uuid PRIMARY KEY,
    phone_index  bytea NOT NULL,
    incoming     boolean NOT NULL,
    is_attempt   boolean NOT NULL,
    status       text NOT NULL
                 CONSTRAINT a_virtual_call_is_in_a_known_state
                 CHECK (status IN ('reaching', 'ringing', 'answered', 'missed', 'declined', 'busy', 'hung_up',
                                   'over', 'failed', 'cut')),
    answered     boolean NOT NULL,
    at           timestamptz NOT NULL,
    owes_receipt boolean NOT NULL,
    CONSTRAINT only_an_incoming_call_is_an_attempt CHECK (incoming OR NOT is_attempt),
    CONSTRAINT only_an_attempt_owes_a_receipt CHECK (is_attempt OR NOT owes_receipt)
);
COMMENT ON TABLE virtual_call IS
    'That a virtual phone rang or was rung, and how it ended; nothing of what was said. An attempt''s id is the call''s. Rows stay.';
COMMENT ON COLUMN virtual_call.phone_index IS 'Keyed hash of the phone''s number.';
COMMENT ON COLUMN virtual_call.incoming IS 'That phone was rung.';
COMMENT ON COLUMN virtual_call.is_attempt IS 'Whether a message of ours rang it; its id is then that of the attempt.';
COMMENT ON COLUMN virtual_call.owes_receipt IS 'Whether the receipt for it is still to be given.';
CREATE INDEX virtual_call_of_phone ON virtual_call (phone_index, at);
CREATE INDEX virtual_call_owes_receipt ON virtual_call (at) WHERE owes_receipt;
CREATE INDEX virtual_call_alive ON virtual_call (id) WHERE status IN ('reaching', 'ringing', 'answered');
GRANT SELECT, INSERT, UPDATE ON virtual_call TO ${runner};
