-- Why: the numbers people reach us on; sealed like every number, found by their blind index.
CREATE TABLE hotline (
    id                 uuid PRIMARY KEY,
    name               text NOT NULL CONSTRAINT a_hotline_has_its_own_name UNIQUE,
    number_index       bytea,
    number_sealed      bytea NOT NULL,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    languages          text[] NOT NULL,
    answer             text NOT NULL CONSTRAINT a_hotline_answers_in_a_known_way CHECK (answer IN ('silent', 'cover')),
    policy_name        text NOT NULL,
    pack               text NOT NULL,
    time_zone          text NOT NULL,
    made_at            timestamptz NOT NULL,
    retired_at         timestamptz
);
COMMENT ON TABLE hotline IS 'A number people text or call, with its languages, pack and policy.';
CREATE UNIQUE INDEX a_number_is_one_hotline ON hotline (number_index) WHERE retired_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON hotline TO ${runner};
