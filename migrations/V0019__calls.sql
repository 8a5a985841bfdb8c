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

-- Who pressed 0 is joined with a responder, asked one after the other; the carrier asks what comes next by the bridge's id.
CREATE TABLE bridge (
    id               uuid PRIMARY KEY,
    incoming_call_id uuid NOT NULL REFERENCES incoming_call,
    alert_id         uuid NOT NULL REFERENCES alert,
    member_id        uuid NOT NULL REFERENCES member,
    place            integer NOT NULL,
    state            text NOT NULL CONSTRAINT a_bridge_is_in_a_known_state
                     CHECK (state IN ('waiting', 'rung', 'joined', 'passed', 'over')),
    changed_at       timestamptz NOT NULL,
    CONSTRAINT responders_of_a_call_are_asked_in_order UNIQUE (incoming_call_id, place)
);
COMMENT ON TABLE bridge IS 'A responder who is rung so that a reporter on the line can be joined with her; neither sees a number.';
GRANT SELECT, INSERT, UPDATE ON bridge TO ${runner};

-- Whoever flashed and chose so at enrolment is called back once; decided when the alert opens, and again before it is rung.
CREATE TABLE call_back (
    alert_id         uuid PRIMARY KEY REFERENCES alert,
    contact_point_id uuid NOT NULL,
    hotline_id       uuid NOT NULL REFERENCES hotline,
    due_at           timestamptz,
    decided          text CONSTRAINT a_call_back_is_rung_or_withheld CHECK (decided IN ('rung', 'withheld')),
    CONSTRAINT a_call_back_is_due_until_it_is_decided CHECK ((decided IS NULL) = (due_at IS NOT NULL))
);
COMMENT ON TABLE call_back IS 'The one call an alert''s reporter may have from us by itself.';
CREATE INDEX call_back_due ON call_back (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON call_back TO ${runner};

-- What is said aloud, recorded by people. The sentences are public, so they are not sealed; whose voice it is, is kept by alias only.
CREATE TABLE prompt (
    id           uuid PRIMARY KEY,
    sentence     text NOT NULL,
    language     text NOT NULL,
    version      integer NOT NULL,
    words        text NOT NULL,
    media_type   text NOT NULL CONSTRAINT a_prompt_is_sound CHECK (media_type IN ('audio/wav', 'audio/mpeg')),
    content      bytea NOT NULL CONSTRAINT a_prompt_is_at_most_a_megabyte CHECK (octet_length(content) BETWEEN 1 AND 1048576),
    name         text NOT NULL,
    made_by      uuid NOT NULL REFERENCES member,
    made_at      timestamptz NOT NULL,
    changed_by   uuid REFERENCES member,
    in_use_since timestamptz,
    CONSTRAINT recordings_of_a_sentence_are_counted UNIQUE (sentence, language, version)
);
COMMENT ON TABLE prompt IS 'One recording of one sentence in one language. words: the sentence as it read when it was recorded.';
CREATE UNIQUE INDEX one_recording_of_a_sentence_is_in_use ON prompt (sentence, language) WHERE in_use_since IS NOT NULL;
CREATE INDEX prompt_by_name ON prompt (name);
GRANT SELECT, INSERT, UPDATE ON prompt TO ${runner};

-- A record line is only a phone number: what proves a coordinator there is a code that was shown to her on the page.
CREATE TABLE recording_code (
    id         uuid PRIMARY KEY,
    hotline_id uuid NOT NULL REFERENCES hotline,
    code_index bytea NOT NULL,
    member_id  uuid NOT NULL REFERENCES member,
    sentence   text NOT NULL,
    language   text NOT NULL,
    expires_at timestamptz NOT NULL,
    call_index bytea,
    tries      integer NOT NULL DEFAULT 0,
    prompt_id  uuid REFERENCES prompt
);
COMMENT ON TABLE recording_code IS 'Six digits that let a call record one sentence, once. call_index: the call that used it.';
GRANT SELECT, INSERT, UPDATE ON recording_code TO ${runner};
