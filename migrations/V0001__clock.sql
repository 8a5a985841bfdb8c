-- Why: a database whose wall clock is set back must not delay an escalation. The gateway's clock never runs behind the
-- latest moment it has once stood at; this row keeps that moment across restarts and between gateways.
CREATE TABLE clock (
    only_row   boolean PRIMARY KEY DEFAULT true CONSTRAINT there_is_one_clock CHECK (only_row),
    high_water timestamptz NOT NULL
);
COMMENT ON TABLE clock IS 'The latest moment the gateway''s clock has stood at.';
INSERT INTO clock (high_water) VALUES (clock_timestamp());
GRANT SELECT, UPDATE ON clock TO ${runner};
