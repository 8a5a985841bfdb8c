-- Why: the virtual phones are a phone network of their own, for trying out and training, and a phone remembers its
-- texts when the gateway has been restarted.
CREATE TABLE virtual_text (
    id           uuid PRIMARY KEY,
    phone_index  bytea NOT NULL,
    incoming     boolean NOT NULL,
    words_sealed bytea NOT NULL,
    status       text NOT NULL,
    at           timestamptz NOT NULL
);
COMMENT ON TABLE virtual_text IS 'A text on a virtual phone; incoming means: received by that phone.';
CREATE INDEX virtual_text_of_phone ON virtual_text (phone_index, at);
GRANT SELECT, INSERT, UPDATE ON virtual_text TO ${runner};
