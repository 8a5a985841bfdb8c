-- Why: intake is never limited, but a phone that rings forty times is switched off. An ask is first only marked; a text
-- then tells a responder of one or of many, at a pace, and numbers that have proved themselves do not wait for strangers.
ALTER TABLE alert ADD COLUMN known boolean NOT NULL DEFAULT false;
CREATE INDEX alert_resolved_of_contact_point ON alert (contact_point_id) WHERE resolved_at IS NOT NULL;
CREATE INDEX alert_unresolved_of_strangers ON alert (area, opened_at)
    WHERE resolved_at IS NULL AND NOT known AND area IS NOT NULL;

-- Known numbers' ladders are attended to first, then whichever is due longest.
ALTER TABLE ladder ADD COLUMN known boolean NOT NULL DEFAULT false;
DROP INDEX ladder_due;
CREATE INDEX ladder_due ON ladder (known DESC, due_at) WHERE due_at IS NOT NULL;

-- tell_at: since when its responder is to be told of it, null when she has been. gravity: 0 is the gravest.
ALTER TABLE dispatch
    ADD COLUMN tell_at timestamptz,
    ADD COLUMN told_at timestamptz,
    ADD COLUMN known boolean NOT NULL DEFAULT false,
    ADD COLUMN gravity integer NOT NULL DEFAULT 0,
    ADD COLUMN zone text NOT NULL DEFAULT 'UTC',
    ADD COLUMN asks integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT only_what_is_asked_is_to_be_told CHECK (tell_at IS NULL OR state IN ('asked', 'unreached'));
CREATE INDEX dispatch_to_tell ON dispatch (member_id, known DESC, gravity, tell_at) WHERE tell_at IS NOT NULL;

CREATE TABLE message_dispatch (
    message_id  uuid NOT NULL REFERENCES message,
    dispatch_id uuid NOT NULL REFERENCES dispatch,
    alert_id    uuid NOT NULL REFERENCES alert,
    listed      boolean NOT NULL,
    failure_noted boolean NOT NULL DEFAULT false,
    CONSTRAINT a_message_tells_of_a_dispatch_once PRIMARY KEY (dispatch_id, message_id)
);
COMMENT ON TABLE message_dispatch IS 'What a message asks for. Not listed: only counted, under "more: see the page".';
CREATE INDEX message_dispatch_of_message ON message_dispatch (message_id);
CREATE INDEX message_dispatch_of_alert ON message_dispatch (alert_id);

CREATE TABLE pace (
    member_id       uuid PRIMARY KEY REFERENCES member,
    known_at        timestamptz NOT NULL DEFAULT 'epoch',
    strangers_at    timestamptz NOT NULL DEFAULT 'epoch',
    of_a_sweep      boolean NOT NULL DEFAULT false,
    known_from      timestamptz NOT NULL DEFAULT 'epoch',
    strangers_from  timestamptz NOT NULL DEFAULT 'epoch',
    codes_told_at   timestamptz NOT NULL DEFAULT 'epoch'
);
COMMENT ON TABLE pace IS 'When a responder was last told of alerts, and from when she is to be looked at again. Its row is the lock of her telling.';

-- left_at: when it was last handed to the carrier, unless the carrier surely did not take it.
ALTER TABLE message ADD COLUMN left_at timestamptz;
CREATE INDEX message_left_to_member ON message (member_id, left_at) WHERE purpose = 'dispatch' AND left_at IS NOT NULL;
CREATE INDEX message_withdrawn ON message (id)
    WHERE purpose = 'dispatch' AND kind = 'text' AND state = 'cancelled' AND NOT failure_noted;

UPDATE message
   SET left_at = (SELECT max(started_at)
                    FROM attempt
                   WHERE message_id = message.id
                     AND state NOT IN ('not_taken', 'refused'))
 WHERE purpose = 'dispatch';
UPDATE message
   SET failure_noted = true
 WHERE purpose = 'dispatch'
   AND state = 'cancelled';
INSERT INTO message_dispatch (message_id, dispatch_id, alert_id, listed, failure_noted)
SELECT message.id, dispatch.id, dispatch.alert_id, true, message.failure_noted
  FROM message
  JOIN dispatch ON dispatch.id = message.dispatch_id
 WHERE message.purpose = 'dispatch';
UPDATE dispatch
   SET asks = (SELECT count(*) FROM message_dispatch WHERE dispatch_id = dispatch.id);

GRANT SELECT, INSERT, UPDATE ON message_dispatch, pace TO ${runner};
