-- Why: members sign in, and calendars fetch their shifts. Links, session ids and addresses are kept as hashes, so
-- that a stolen table signs nobody in.
CREATE TABLE sign_in_link (
    token_hash bytea PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
COMMENT ON TABLE sign_in_link IS 'A one-time way in, for 15 minutes. A row goes a day after it ended.';
COMMENT ON COLUMN sign_in_link.token_hash IS 'SHA-256 of what stands in the address.';
CREATE INDEX sign_in_link_by_age ON sign_in_link (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_link TO ${runner};

CREATE TABLE session (
    id_hash   bytea PRIMARY KEY,
    member_id uuid NOT NULL REFERENCES member,
    made_at   timestamptz NOT NULL,
    seen_at   timestamptz NOT NULL,
    by_link   boolean NOT NULL,
    notice    text
);
COMMENT ON TABLE session IS
    'A signed-in browser; it ends when idle, at the latest after 12 hours. A row goes when she signs out, and a day after it was made.';
COMMENT ON COLUMN session.id_hash IS 'SHA-256 of what stands in the cookie.';
COMMENT ON COLUMN session.by_link IS 'Signed in by a link, not by a password.';
COMMENT ON COLUMN session.notice IS 'Which phrase the next page shows.';
CREATE INDEX session_of_member ON session (member_id);
CREATE INDEX session_by_age ON session (made_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO ${runner};

CREATE TABLE sign_in_throttle (
    key_index      bytea PRIMARY KEY,
    failures       integer NOT NULL,
    last_failed_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_throttle IS
    'Failed sign-ins by alias and by address: they slow down, they never lock out. A row goes with a sign-in that succeeds, and a day after the last failure.';
COMMENT ON COLUMN sign_in_throttle.key_index IS 'Keyed hash of an alias or an address.';
CREATE INDEX sign_in_throttle_by_age ON sign_in_throttle (last_failed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO ${runner};

CREATE TABLE calendar_feed (
    token_hash bytea PRIMARY KEY,
    member_id  uuid REFERENCES member CONSTRAINT a_member_has_one_feed UNIQUE,
    roster_id  uuid REFERENCES roster CONSTRAINT a_roster_has_one_feed UNIQUE,
    made_at    timestamptz NOT NULL,
    CONSTRAINT a_feed_is_a_members_or_a_rosters CHECK ((member_id IS NULL) <> (roster_id IS NULL))
);
COMMENT ON TABLE calendar_feed IS
    'Secret addresses at which a calendar fetches shifts, as hashes; a new address replaces the one before. A row goes when its member ends it; that of somebody who has left, or lost her phone, opens nothing.';
COMMENT ON COLUMN calendar_feed.token_hash IS 'SHA-256 of what stands in the address.';
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO ${runner};
