-- Why: people ring, too. An alert exists from the first ring, so the call is a row that says which alert it opened or
-- joined: keys pressed later belong to it, also where the number is withheld and could not be found again.
ALTER TABLE hotline ADD COLUMN calls text NOT NULL DEFAULT 'menu'
    CONSTRAINT a_hotline_does_a_known_thing_with_calls CHECK (calls IN ('menu', 'flash'));
ALTER TABLE hotline ADD COLUMN record_line_index bytea;
ALTER TABLE hotline ADD COLUMN record_line_sealed bytea;
CREATE UNIQUE INDEX a_record_line_is_of_one_hotline ON hotline (record_line_index) WHERE retired_at IS NULL;

ALTER TABLE envelope ADD COLUMN by_call boolean NOT NULL DEFAULT false;

CREATE TABLE incoming_call (
    id                 uuid PRIMARY KEY,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    carrier_id_index   bytea NOT NULL,
    hotline_id         uuid REFERENCES hotline,
    contact_point_id   uuid,
    member_id          uuid REFERENCES member,
    alert_id           uuid REFERENCES alert,
    asked_afresh       boolean NOT NULL,
    rang_at            timestamptz NOT NULL,
    CONSTRAINT a_call_is_known_once UNIQUE (carrier_account_id, carrier_id_index),
    CONSTRAINT a_call_of_a_reporter_has_an_alert CHECK (member_id IS NOT NULL OR alert_id IS NOT NULL)
);
COMMENT ON TABLE incoming_call IS 'A call to one of our numbers. A member''s has an alert only once she has pressed a code.';
CREATE INDEX incoming_call_of_contact_point ON incoming_call (contact_point_id, rang_at);
CREATE INDEX incoming_call_of_member ON incoming_call (member_id, rang_at) WHERE member_id IS NOT NULL;
CREATE INDEX incoming_call_of_alert ON incoming_call (alert_id);
GRANT SELECT, INSERT, UPDATE ON incoming_call TO ${runner};
