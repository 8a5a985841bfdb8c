-- Why: an alert whose turn fails again and again asks nobody, and no page and no health check said so. After three failed
-- turns the coordinators are told once; what is on the board and in /health are all that fail now.
ALTER TABLE ladder ADD COLUMN alarmed_at timestamptz;
COMMENT ON COLUMN ladder.alarmed_at IS 'When the coordinators were told that its turns fail; empty again once a turn goes well.';
CREATE INDEX ladder_failing ON ladder (alert_id) WHERE failures >= 3;
