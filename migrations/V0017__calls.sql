-- Why: people ring, too. An alert exists from the first ring, so the call is a row that says which alert it opened or
-- joined: keys pressed later belong to it, also where the number is withheld and could not be found again. A caller
-- id can be forged: from a member's number a call tells nothing until her PIN or a live reply code is keyed.
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
    proved_at          timestamptz,
    proved_for         uuid REFERENCES dispatch,
    tell_at            timestamptz,
    CONSTRAINT a_call_of_a_reporter_has_an_alert CHECK (member_id IS NOT NULL OR alert_id IS NOT NULL),
    CONSTRAINT a_call_is_known_once UNIQUE (carrier_account_id, carrier_id_index),
    CONSTRAINT only_a_members_call_is_proved_or_told_of
        CHECK (member_id IS NOT NULL OR (proved_at IS NULL AND tell_at IS NULL)),
    CONSTRAINT a_code_proves_what_it_is_of CHECK (proved_for IS NULL OR proved_at IS NOT NULL)
);
COMMENT ON TABLE incoming_call IS
    'A call to one of our numbers. A member''s has an alert only once she has pressed a code. Rows stay.';
COMMENT ON COLUMN incoming_call.carrier_id_index IS 'Keyed hash of the carrier''s id of the call.';
COMMENT ON COLUMN incoming_call.contact_point_id IS 'No reference: contact points are erased.';
COMMENT ON COLUMN incoming_call.asked_afresh IS 'Whether it had its alert asked for afresh already.';
COMMENT ON COLUMN incoming_call.proved_at IS 'When her PIN, or a live code, was keyed in it. Goes with the row.';
COMMENT ON COLUMN incoming_call.proved_for IS 'The dispatch whose code it was; null where it was her PIN. Goes with the row.';
COMMENT ON COLUMN incoming_call.tell_at IS 'When the call counts as over and the coordinators hear that nothing was opened; null once they have, or where something was.';
CREATE INDEX incoming_call_of_contact_point ON incoming_call (contact_point_id, rang_at);
CREATE INDEX incoming_call_of_member ON incoming_call (member_id, rang_at) WHERE member_id IS NOT NULL;
CREATE INDEX incoming_call_of_alert ON incoming_call (alert_id);
CREATE INDEX incoming_call_to_tell ON incoming_call (tell_at) WHERE tell_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON incoming_call TO ${runner};

CREATE TABLE bridge (
    id               uuid PRIMARY KEY,
    incoming_call_id uuid NOT NULL REFERENCES incoming_call,
    alert_id         uuid NOT NULL REFERENCES alert,
    member_id        uuid NOT NULL REFERENCES member,
    place            integer NOT NULL,
    state            text NOT NULL
                     CONSTRAINT a_bridge_is_in_a_known_state
                     CHECK (state IN ('waiting', 'rung', 'joined', 'passed', 'over')),
    changed_at       timestamptz NOT NULL,
    CONSTRAINT responders_of_a_call_are_asked_in_order UNIQUE (incoming_call_id, place)
);
COMMENT ON TABLE bridge IS
    'A responder who is rung so that a reporter on the line can be joined with her; neither sees a number; the carrier asks what comes next by the row''s id. Goes with its call, which stays.';
COMMENT ON COLUMN bridge.place IS 'In which order responders are asked.';
GRANT SELECT, INSERT, UPDATE ON bridge TO ${runner};

CREATE TABLE prompt (
    id           uuid PRIMARY KEY,
    sentence     text NOT NULL,
    language     text NOT NULL,
    version      integer NOT NULL,
    words        text NOT NULL,
    media_type   text NOT NULL CONSTRAINT a_prompt_is_sound CHECK (media_type IN ('audio/wav', 'audio/mpeg')),
    content      bytea NOT NULL
                 CONSTRAINT a_prompt_is_at_most_a_megabyte CHECK (octet_length(content) BETWEEN 1 AND 1048576),
    name         text NOT NULL,
    made_by      uuid NOT NULL REFERENCES member,
    made_at      timestamptz NOT NULL,
    changed_by   uuid REFERENCES member,
    in_use_since timestamptz,
    CONSTRAINT recordings_of_a_sentence_are_counted UNIQUE (sentence, language, version)
);
COMMENT ON TABLE prompt IS
    'One recording of one sentence in one language, by people. Each version is kept; rows stay. The sentences are public, so they are not sealed; whose voice it is, is kept by alias only.';
COMMENT ON COLUMN prompt.words IS 'The sentence as it read when it was recorded.';
COMMENT ON COLUMN prompt.name IS 'A part of its address, different for each version.';
COMMENT ON COLUMN prompt.in_use_since IS 'Since when calls hear it; null where another version is in use, or none.';
CREATE UNIQUE INDEX one_recording_of_a_sentence_is_in_use ON prompt (sentence, language)
    WHERE in_use_since IS NOT NULL;
CREATE INDEX prompt_by_name ON prompt (name);
GRANT SELECT, INSERT, UPDATE ON prompt TO ${runner};
