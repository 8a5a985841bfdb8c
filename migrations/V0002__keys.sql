-- Why: whoever takes the disk must read nothing. One key for the house, one for the blind index, one for each alert and
-- each contact point, all wrapped by the sealing key that lives outside the database. Deleting a row erases for good
-- all that was sealed under it, once the sealing key has been rotated.
CREATE TABLE wrapped_key (
    id      uuid PRIMARY KEY,
    kind    text NOT NULL CONSTRAINT a_key_belongs_to_something_known
            CHECK (kind IN ('house', 'index', 'alert', 'contact_point')),
    wrapped bytea NOT NULL,
    made_at timestamptz NOT NULL
);
COMMENT ON TABLE wrapped_key IS 'Keys, wrapped by the sealing key; the id is the id of what the key belongs to.';
CREATE UNIQUE INDEX one_house_key_and_one_index_key ON wrapped_key (kind) WHERE kind IN ('house', 'index');
GRANT SELECT, INSERT, DELETE ON wrapped_key TO ${runner};
