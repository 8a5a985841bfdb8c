-- Why: the people of the organisation. A phone that was lost or that opted out is barred by its number, not by its
-- member, so that loading the network again can never revive it.
CREATE TABLE member (
    id            uuid PRIMARY KEY,
    alias         text NOT NULL,
    phone_index   bytea,
    phone_sealed  bytea,
    verified      boolean NOT NULL,
    language      text NOT NULL,
    roles         text[] NOT NULL,
    password_hash text,
    wrong_codes   integer NOT NULL DEFAULT 0,
    made_at       timestamptz NOT NULL,
    retired_at    timestamptz
);
COMMENT ON TABLE member IS 'A person of the organisation, known by an alias.';
CREATE UNIQUE INDEX an_alias_names_one_member ON member (lower(alias));
CREATE UNIQUE INDEX a_phone_has_one_member ON member (phone_index) WHERE retired_at IS NULL;

CREATE TABLE barred_phone (
    number_index bytea NOT NULL,
    reason       text NOT NULL CONSTRAINT a_phone_is_barred_for_a_known_reason CHECK (reason IN ('lost', 'opted_out')),
    barred_at    timestamptz NOT NULL,
    actor        text NOT NULL,
    CONSTRAINT a_phone_is_barred_once_for_a_reason PRIMARY KEY (number_index, reason)
);
COMMENT ON TABLE barred_phone IS 'Phones of responders that nothing is sent to any more.';
GRANT SELECT, INSERT, UPDATE ON member TO ${runner};
GRANT SELECT, INSERT ON barred_phone TO ${runner};
