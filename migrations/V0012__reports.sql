-- Why: a 2xx to a carrier means that this is committed. The carrier's id is kept as a keyed index, so that the same
-- webhook twice changes nothing. An envelope is either a report or a responder's reply.
CREATE TABLE envelope (
    id                 uuid PRIMARY KEY,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    carrier_id_index   bytea NOT NULL,
    hotline_id         uuid REFERENCES hotline,
    contact_point_id   uuid,
    member_id          uuid REFERENCES member,
    unknown_to_sealed  bytea,
    received_at        timestamptz NOT NULL,
    CONSTRAINT a_carriers_id_is_taken_in_once UNIQUE (carrier_account_id, carrier_id_index),
    CONSTRAINT an_envelope_is_from_a_contact_point_or_a_member CHECK (contact_point_id IS NOT NULL OR member_id IS NOT NULL)
);
COMMENT ON TABLE envelope IS 'What a carrier delivered, once.';

CREATE TABLE report (
    id               uuid PRIMARY KEY,
    envelope_id      uuid NOT NULL REFERENCES envelope,
    alert_id         uuid NOT NULL REFERENCES alert,
    contact_point_id uuid NOT NULL,
    code             text NOT NULL,
    words_sealed     bytea NOT NULL,
    reported_at      timestamptz NOT NULL
);
COMMENT ON TABLE report IS 'What one reporter told us, once; her words are sealed under the alert''s key.';
CREATE INDEX report_of_alert ON report (alert_id);

-- A cover reply is decided twice: when the alert opens and again when its moment has come.
CREATE TABLE cover_reply (
    alert_id         uuid PRIMARY KEY REFERENCES alert,
    contact_point_id uuid NOT NULL,
    hotline_id       uuid NOT NULL REFERENCES hotline,
    due_at           timestamptz,
    decided          text CONSTRAINT a_cover_reply_is_sent_or_withheld CHECK (decided IN ('sent', 'withheld')),
    CONSTRAINT a_cover_reply_is_due_until_it_is_decided CHECK ((decided IS NULL) = (due_at IS NOT NULL))
);
COMMENT ON TABLE cover_reply IS 'The one neutral reply an alert may have, after a random 30 to 120 seconds.';
CREATE INDEX cover_reply_due ON cover_reply (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT ON envelope, report TO ${runner};
GRANT SELECT, INSERT, UPDATE ON cover_reply TO ${runner};
