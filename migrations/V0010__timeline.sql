-- Why: what happened to an alert must be provable. The role that runs can only add; each entry's hash covers the one
-- before it, its own columns and its sealed payload; the alert's row keeps the count and the newest hash.
CREATE TABLE timeline_entry (
    alert_id      uuid NOT NULL REFERENCES alert,
    sequence      integer NOT NULL,
    kind          text NOT NULL,
    schema        smallint NOT NULL,
    at            timestamptz NOT NULL,
    actor         text NOT NULL,
    payload       bytea NOT NULL,
    previous_hash bytea NOT NULL,
    hash          bytea NOT NULL,
    PRIMARY KEY (alert_id, sequence)
);
COMMENT ON TABLE timeline_entry IS
    'All that happened to an alert, only added to. Rows stay; the payload cannot be read once the alert''s key is gone.';
COMMENT ON COLUMN timeline_entry.kind IS 'Kinds and their fields are kept for ever.';
COMMENT ON COLUMN timeline_entry.schema IS 'By which form the payload is read.';
COMMENT ON COLUMN timeline_entry.actor IS 'Who did it: a member''s id, a contact point''s, or the gateway.';
COMMENT ON COLUMN timeline_entry.payload IS 'Sealed under the alert''s key.';
COMMENT ON COLUMN timeline_entry.previous_hash IS 'The hash of the entry before it.';
GRANT SELECT, INSERT ON timeline_entry TO ${runner};
