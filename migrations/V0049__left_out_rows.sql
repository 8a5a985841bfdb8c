-- Why: a row that cannot be read is left out, and the others go on. Of the network that is seen on the board and by the check
-- command, which read the network anew. Of all other tables (dispatches, notices, reports, timeline entries) only a log line told of
-- it. Each such row is kept here, so that the board and the check command, which is another process, can name it.
CREATE TABLE left_out_row (
    table_name text NOT NULL,
    row_id     text NOT NULL,
    name       text NOT NULL,
    alert_id   uuid,
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (table_name, row_id)
);
COMMENT ON TABLE left_out_row IS 'Rows that could not be read and were left out. A row goes a day after it was left out last.';
COMMENT ON COLUMN left_out_row.row_id IS 'The id of the row; of a timeline entry its alert and its sequence.';
COMMENT ON COLUMN left_out_row.name IS 'What people call it: an alias, the name of a roster, what a dispatch is of. Goes with its row.';
COMMENT ON COLUMN left_out_row.alert_id IS 'The alert it belongs to, if any; not a reference, since that alert may be what is damaged. Goes with its row.';
GRANT SELECT, INSERT, UPDATE, DELETE ON left_out_row TO ${runner};
