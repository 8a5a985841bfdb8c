-- Why: whoever takes the disk must read nothing. One key for the house, one for the blind index, one for each alert,
-- each contact point and each enrolment, all wrapped by the sealing key that lives outside the database. Deleting a
-- row erases for good all that was sealed under it, once the sealing key has been rotated.
CREATE TABLE wrapped_key (
    id      uuid PRIMARY KEY,
    kind    text NOT NULL
            CONSTRAINT a_key_belongs_to_something_known
            CHECK (kind IN ('house', 'index', 'alert', 'contact_point', 'enrolment')),
    wrapped bytea NOT NULL,
    made_at timestamptz NOT NULL
);
COMMENT ON TABLE wrapped_key IS
    'Keys, wrapped by the sealing key; the id is the id of what the key belongs to. A row goes when its alert, contact point or enrolment is erased; those of the house and of the index stay.';
COMMENT ON COLUMN wrapped_key.kind IS 'What the key belongs to.';
COMMENT ON COLUMN wrapped_key.wrapped IS 'The key itself, sealed under the sealing key.';
CREATE UNIQUE INDEX one_house_key_and_one_index_key ON wrapped_key (kind) WHERE kind IN ('house', 'index');
GRANT SELECT, INSERT, DELETE ON wrapped_key TO ${runner};
