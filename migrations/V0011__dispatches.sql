-- Why: one request to one responder to take one alert. The reply code proves that this phone was asked; it lives while
-- the dispatch is asked or its responder holds the ladder, and among the living ones of a responder it is unique.
CREATE TABLE dispatch (
    id          uuid PRIMARY KEY,
    alert_id    uuid NOT NULL REFERENCES alert,
    ladder_id   uuid NOT NULL REFERENCES ladder,
    member_id   uuid NOT NULL REFERENCES member,
    step        integer NOT NULL,
    round       integer NOT NULL,
    state       text NOT NULL CONSTRAINT a_dispatch_is_in_a_known_state
                CHECK (state IN ('asked', 'unreached', 'taken', 'passed', 'handed_back', 'stood_down', 'ended')),
    code_index  bytea NOT NULL,
    code_sealed bytea NOT NULL,
    asked_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL
);
COMMENT ON TABLE dispatch IS 'One request to one responder to take one alert.';
CREATE UNIQUE INDEX a_reply_code_is_unique_among_a_responders_living_ones
    ON dispatch (member_id, code_index) WHERE state IN ('asked', 'unreached', 'taken');
CREATE UNIQUE INDEX a_responder_has_one_living_dispatch_a_ladder
    ON dispatch (ladder_id, member_id) WHERE state IN ('asked', 'unreached', 'taken');
CREATE INDEX dispatch_of_alert ON dispatch (alert_id);
CREATE INDEX dispatch_of_ladder ON dispatch (ladder_id);
CREATE INDEX dispatch_of_code ON dispatch (member_id, code_index);

ALTER TABLE message ADD CONSTRAINT a_message_is_about_a_known_dispatch FOREIGN KEY (dispatch_id) REFERENCES dispatch;
GRANT SELECT, INSERT, UPDATE ON dispatch TO ${runner};
