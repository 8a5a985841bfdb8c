-- Why: members sign in. Links and session ids are kept as hashes, so that a stolen table signs nobody in.
CREATE TABLE sign_in_link (
    token_hash bytea PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
COMMENT ON TABLE sign_in_link IS 'A one-time way in, for 15 minutes.';

CREATE TABLE session (
    id_hash    bytea PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    made_at    timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    by_link    boolean NOT NULL,
    notice     text
);
COMMENT ON TABLE session IS 'A signed-in browser; it ends when idle, at the latest after 12 hours. notice: which phrase the next page shows.';
CREATE INDEX session_of_member ON session (member_id);

CREATE TABLE sign_in_throttle (
    key_index      bytea PRIMARY KEY,
    failures       integer NOT NULL,
    last_failed_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_throttle IS 'Failed sign-ins by alias and by address: they slow down, they never lock out.';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_link, session, sign_in_throttle TO ${runner};
