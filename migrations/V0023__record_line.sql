-- Why: the people whose voices calls should hear have phones and no audio tools. A coordinator asks for a code on the page;
-- whoever keys it on the record line says one sentence after another, hears each again and keeps it. What was recorded lies
-- with the carrier until it is fetched, and is then deleted there: a row says what is still to be fetched and deleted.
CREATE TABLE sitting (
    id               uuid PRIMARY KEY,
    code_index       bytea NOT NULL,
    sentence         text NOT NULL,
    language         text NOT NULL,
    asked_by         uuid NOT NULL REFERENCES member,
    asked_at         timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    wrong_codes      integer NOT NULL DEFAULT 0,
    call_index       bytea,
    awaited          uuid,
    draft            bytea CONSTRAINT a_draft_is_at_most_a_megabyte CHECK (octet_length(draft) BETWEEN 1 AND 1048576),
    draft_name       text,
    CONSTRAINT a_draft_has_a_name CHECK ((draft IS NULL) = (draft_name IS NULL))
);
COMMENT ON TABLE sitting IS 'Sentences in one language, recorded in one call. call_index: the call that keyed the code, once. awaited: the take that is being fetched.';
CREATE INDEX sitting_by_code ON sitting (code_index, expires_at);
CREATE INDEX sitting_by_draft ON sitting (draft_name) WHERE draft_name IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON sitting TO ${runner};

CREATE TABLE take (
    id             uuid PRIMARY KEY,
    sitting_id     uuid NOT NULL REFERENCES sitting,
    address_index  bytea NOT NULL,
    address_sealed bytea NOT NULL,
    made_at        timestamptz NOT NULL,
    state          text NOT NULL CONSTRAINT a_take_is_in_a_known_state CHECK (state IN ('waiting', 'fetched', 'given_up')),
    deleted_at     timestamptz,
    CONSTRAINT a_take_is_known_once UNIQUE (address_index)
);
COMMENT ON TABLE take IS 'What a carrier recorded on the record line, and whether it is fetched and deleted there. The address is the carrier''s.';
CREATE INDEX take_to_see_to ON take (made_at) WHERE deleted_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON take TO ${runner};
