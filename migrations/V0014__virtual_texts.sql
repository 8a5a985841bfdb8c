-- Why: the virtual phones are a phone network of their own, for trying out and training, and a phone remembers its
-- texts when the gateway has been restarted. A receipt that is still owed is a row too, so a restart only delays it.
CREATE TABLE virtual_text (
    id             uuid PRIMARY KEY,
    phone_index    bytea NOT NULL,
    incoming       boolean NOT NULL,
    words_sealed   bytea NOT NULL,
    status         text NOT NULL,
    at             timestamptz NOT NULL,
    receipt_due_at timestamptz,
    CONSTRAINT a_virtual_text_is_in_a_known_state
        CHECK (status IN ('on_its_way', 'delivered', 'undelivered', 'refused', 'sending', 'sent', 'failed')),
    CONSTRAINT only_an_incoming_text_owes_a_receipt CHECK (incoming OR receipt_due_at IS NULL)
);
COMMENT ON TABLE virtual_text IS
    'A text on a virtual phone; incoming means: received by that phone, and then its id is that of the attempt.';
CREATE INDEX virtual_text_of_phone ON virtual_text (phone_index, at);
CREATE INDEX virtual_text_receipt_due ON virtual_text (receipt_due_at) WHERE receipt_due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON virtual_text TO ${runner};
