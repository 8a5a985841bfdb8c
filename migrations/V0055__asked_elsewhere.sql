-- Why: whoever holds the reporter's phone can name one place after another. Each was worth asking for the alert afresh, so
-- that a dozen texts burnt the rounds of the last resort within seconds. For another place, or another person, an alert is
-- asked for afresh once in ten minutes; what comes in between is told to whoever has it, and shown.
ALTER TABLE alert
    ADD COLUMN elsewhere_at timestamptz;
COMMENT ON COLUMN alert.elsewhere_at IS 'When a report that named another place or another person last had the alert asked for afresh; null if none has. Goes with the alert.';
