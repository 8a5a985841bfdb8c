-- Why: operators, banks and shops text hotlines too, from a name, a short code, or a number. What names nothing grave is no cry, and
-- waking responders for it teaches them to sleep on. Such a text is kept beside alerts until a coordinator has read it.
ALTER TABLE envelope
    ADD COLUMN kept_aside boolean NOT NULL DEFAULT false,
    ADD COLUMN pictured   boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT an_envelope_is_from_a_contact_point_or_a_member,
    ADD CONSTRAINT an_envelope_is_of_a_contact_point_or_a_member_or_kept_aside
        CHECK (contact_point_id IS NOT NULL OR member_id IS NOT NULL OR kept_aside);
COMMENT ON COLUMN envelope.kept_aside IS 'A machine''s text, or one of a muted number, that opened nothing: see machine_text.';
COMMENT ON COLUMN envelope.pictured IS 'The carrier said that pictures came with it. We fetch none and keep no address of one.';

CREATE TABLE mute (
    id            uuid PRIMARY KEY,
    sender_index  bytea NOT NULL CONSTRAINT a_sender_is_muted_once UNIQUE,
    sender_sealed bytea NOT NULL,
    is_number     boolean NOT NULL,
    muted_by      uuid NOT NULL REFERENCES member,
    muted_at      timestamptz NOT NULL,
    texts         bigint NOT NULL DEFAULT 0,
    last_text_at  timestamptz NOT NULL
);
COMMENT ON TABLE mute IS 'A sender whose texts a coordinator knows to be no cries. A row goes when a coordinator ends it; a number''s also 30 days after its last text, since numbers are given out again.';
COMMENT ON COLUMN mute.texts IS 'How many texts it has kept from the unread list.';
CREATE INDEX mute_by_last_text ON mute (last_text_at, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mute TO ${runner};

CREATE TABLE machine_text (
    id            uuid PRIMARY KEY,
    envelope_id   uuid NOT NULL REFERENCES envelope,
    sender_index  bytea NOT NULL,
    sender_sealed bytea NOT NULL,
    words_sealed  bytea NOT NULL,
    muted         boolean NOT NULL,
    said_at       timestamptz NOT NULL,
    due_at        timestamptz,
    read_by       uuid REFERENCES member,
    read_at       timestamptz,
    CONSTRAINT a_machine_text_is_read_by_somebody CHECK ((read_by IS NULL) = (read_at IS NULL)),
    CONSTRAINT only_an_unread_machine_text_has_a_deadline CHECK (due_at IS NULL OR (read_at IS NULL AND NOT muted))
);
COMMENT ON TABLE machine_text IS 'A text of a machine, or of a muted number, that opened nothing. A row goes 30 days after it was read, or came while muted; at once when a coordinator opens an alert by it. What nobody has read stays.';
COMMENT ON COLUMN machine_text.due_at IS 'When the coordinators are told that it is unread; null once they were, once it is read, and while its sender is muted.';
CREATE INDEX machine_text_due ON machine_text (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX machine_text_unread ON machine_text (said_at, id) WHERE read_at IS NULL AND NOT muted;
CREATE INDEX machine_text_of_sender ON machine_text (sender_index, said_at);
CREATE INDEX machine_text_by_age ON machine_text (said_at) WHERE muted OR read_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON machine_text TO ${runner};
