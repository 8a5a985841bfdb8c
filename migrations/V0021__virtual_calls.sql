-- Why: virtual phones ring, too. What is said in a call lives in memory and dies with it; that there was a call is a row,
-- so that one which a stop of the gateway has cut off says so on its phone, and the receipt for it is still given.
CREATE TABLE virtual_call (
    id           uuid PRIMARY KEY,
    phone_index  bytea NOT NULL,
    incoming     boolean NOT NULL,
    is_attempt   boolean NOT NULL,
    status       text NOT NULL,
    answered     boolean NOT NULL,
    at           timestamptz NOT NULL,
    owes_receipt boolean NOT NULL,
    CONSTRAINT a_virtual_call_is_in_a_known_state
        CHECK (status IN ('reaching', 'ringing', 'answered',
                          'missed', 'declined', 'busy', 'hung_up', 'over', 'failed', 'cut')),
    CONSTRAINT only_an_incoming_call_is_an_attempt CHECK (incoming OR NOT is_attempt),
    CONSTRAINT only_an_attempt_owes_a_receipt CHECK (is_attempt OR NOT owes_receipt)
);
COMMENT ON TABLE virtual_call IS
    'That a virtual phone rang or was rung, and how it ended; nothing of what was said. An attempt''s id is the call''s.';
CREATE INDEX virtual_call_of_phone ON virtual_call (phone_index, at);
CREATE INDEX virtual_call_owes_receipt ON virtual_call (at) WHERE owes_receipt;
CREATE INDEX virtual_call_alive ON virtual_call (id) WHERE status IN ('reaching', 'ringing', 'answered');
GRANT SELECT, INSERT, UPDATE ON virtual_call TO ${runner};
