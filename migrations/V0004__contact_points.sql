-- Why: a phone someone reached us from is not a person; it may be borrowed, and the police may have it. Withheld and odd
-- senders have no number_index and so never join one another.
CREATE TABLE contact_point (
    id              uuid PRIMARY KEY,
    number_index    bytea CONSTRAINT a_number_is_known_once UNIQUE,
    number_sealed   bytea,
    language        text,
    reply_mode      text CONSTRAINT a_reply_mode_is_known CHECK (reply_mode IN ('silent', 'cover', 'plain')),
    presumed_seized boolean NOT NULL DEFAULT false,
    seized_changed_at timestamptz,
    first_heard_at  timestamptz NOT NULL,
    last_heard_at   timestamptz NOT NULL
);
COMMENT ON TABLE contact_point IS 'A phone someone reached us from. No reply_mode: as the hotline answers strangers.';
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_point TO ${runner};
