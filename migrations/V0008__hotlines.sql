-- Why: the numbers people reach us on; sealed like every number, found by their blind index.
CREATE TABLE hotline (
    id                 uuid PRIMARY KEY,
    name               text NOT NULL CONSTRAINT a_hotline_has_its_own_name UNIQUE,
    number_index       bytea,
    number_sealed      bytea NOT NULL,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    languages          text[] NOT NULL,
    answer             text NOT NULL CONSTRAINT a_hotline_answers_in_a_known_way CHECK (answer IN ('silent', 'cover')),
    calls              text NOT NULL DEFAULT 'menu'
                       CONSTRAINT a_hotline_does_a_known_thing_with_calls CHECK (calls IN ('menu', 'flash')),
    policy_name        text NOT NULL,
    pack               text NOT NULL,
    time_zone          text NOT NULL,
    made_at            timestamptz NOT NULL,
    retired_at         timestamptz
);
COMMENT ON TABLE hotline IS
    'A number people text or call, with its languages, pack and policy. A row is retired when the network file lists it no more, and stays.';
COMMENT ON COLUMN hotline.number_index IS 'Keyed hash of the number; null once it is retired or where it has none.';
COMMENT ON COLUMN hotline.number_sealed IS 'The number, under the key of the house.';
COMMENT ON COLUMN hotline.answer IS 'How strangers are answered.';
COMMENT ON COLUMN hotline.calls IS 'menu: a call hears the menu; flash: it is rejected as busy, and costs nothing.';
COMMENT ON COLUMN hotline.policy_name IS 'By which policy its alerts climb: the newest version of that name.';
CREATE UNIQUE INDEX a_number_is_one_hotline ON hotline (number_index) WHERE retired_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON hotline TO ${runner};
