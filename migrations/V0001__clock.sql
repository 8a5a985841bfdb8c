-- Why: a database whose wall clock is set back must not delay an escalation: the latest moment at which the gateway's
-- clock has once stood is kept across restarts and between gateways. And a row of any table that cannot be read is
-- left out, so that the others go on; it is written down here, so that the board and the check command, which is
-- another process, can name it.
CREATE TABLE clock (
    only_row   boolean PRIMARY KEY DEFAULT true CONSTRAINT there_is_one_clock CHECK (only_row),
    high_water timestamptz NOT NULL
);
COMMENT ON TABLE clock IS 'The latest moment the gateway''s clock has stood at. One row, which stays.';
COMMENT ON COLUMN clock.only_row IS 'Always true, so that there is no second row.';
COMMENT ON COLUMN clock.high_water IS 'Only moves forward.';
GRANT SELECT, UPDATE ON clock TO ${runner};

INSERT INTO clock (high_water) VALUES (clock_timestamp());

CREATE TABLE left_out_row (
    table_name text NOT NULL,
    row_id     text NOT NULL,
    name       text NOT NULL,
    alert_id   uuid,
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (table_name, row_id)
);
COMMENT ON TABLE left_out_row IS
    'Rows that could not be read and were left out. A row goes a day after it was left out last.';
COMMENT ON COLUMN left_out_row.table_name IS 'The table of the row that could not be read. Goes with its row.';
COMMENT ON COLUMN left_out_row.row_id IS 'The id of the row; of a timeline entry its alert and its sequence.';
COMMENT ON COLUMN left_out_row.name IS 'What people call it: an alias, the name of a roster, what a dispatch is of. Goes with its row.';
COMMENT ON COLUMN left_out_row.alert_id IS 'The alert it belongs to, if any; not a reference, since that alert may be what is damaged. Goes with its row.';
CREATE INDEX left_out_row_by_age ON left_out_row (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON left_out_row TO ${runner};
