-- Why: a lawyer is not all that is missing. A medic, somebody who vouches and an interpreter are asked on ladders of their
-- own, steps name members beside rosters and are asked in rounds, and whoever coordinates must see since when nobody has it.
ALTER TABLE roster
    DROP CONSTRAINT a_roster_has_a_known_discipline,
    ADD CONSTRAINT a_roster_has_a_known_discipline CHECK (discipline IN
        ('peer-advocate', 'legal-aid', 'medical-link', 'vouching-officer', 'interpreter', 'coordinator'));

ALTER TABLE escalation_step
    DROP CONSTRAINT a_ladder_has_a_known_discipline,
    ADD CONSTRAINT a_ladder_has_a_known_discipline CHECK (discipline IN
        ('peer-advocate', 'legal-aid', 'medical-link', 'vouching-officer', 'interpreter')),
    ADD COLUMN member_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN rounds     integer NOT NULL DEFAULT 1
        CONSTRAINT a_step_is_asked_from_one_to_ten_times CHECK (rounds BETWEEN 1 AND 10),
    ADD CONSTRAINT a_step_asks_somebody CHECK (cardinality(roster_ids) + cardinality(member_ids) > 0);
COMMENT ON TABLE escalation_step IS 'Which rosters and members a step asks, how, how often, and how long it waits before the next.';

ALTER TABLE escalation_policy
    ADD COLUMN rounds integer NOT NULL DEFAULT 1
        CONSTRAINT a_policy_is_run_from_one_to_five_times CHECK (rounds BETWEEN 1 AND 5);

-- nobody_since: since when nobody of its discipline has the alert. told_nobody_at: when the coordinators last heard of that.
ALTER TABLE ladder
    ADD COLUMN nobody_since   timestamptz,
    ADD COLUMN told_nobody_at timestamptz;
UPDATE ladder
   SET nobody_since = alert.opened_at
  FROM alert
 WHERE alert.id = ladder.alert_id
   AND ladder.state = 'climbing';
ALTER TABLE ladder
    ADD CONSTRAINT nobody_has_a_climbing_ladder_since_a_moment CHECK ((state = 'climbing') = (nobody_since IS NOT NULL));
CREATE INDEX ladder_nobody ON ladder (nobody_since)
    WHERE nobody_since IS NOT NULL AND discipline <> 'peer-advocate';
CREATE INDEX ladder_told_nobody ON ladder (told_nobody_at) WHERE told_nobody_at IS NOT NULL;

-- A companion comes beside whoever has the ladder: she has a code of her own, and no lease.
ALTER TABLE dispatch ADD COLUMN companion boolean NOT NULL DEFAULT false;
CREATE TABLE wanted_hands (
    ladder_id uuid PRIMARY KEY REFERENCES ladder,
    alert_id  uuid NOT NULL REFERENCES alert,
    wanted    integer NOT NULL CONSTRAINT from_one_to_nine_companions_are_wanted CHECK (wanted BETWEEN 1 AND 9),
    due_at    timestamptz
);
COMMENT ON TABLE wanted_hands IS 'How many companions a holder wants in all. due_at: when it is looked at whether they have come; null when that is settled.';
CREATE INDEX wanted_hands_due ON wanted_hands (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON wanted_hands TO ${runner};

-- A witness who agreed to it may be told that somebody has it: decided when it is taken, and again when its moment has come.
CREATE TABLE witness_reply (
    alert_id         uuid PRIMARY KEY REFERENCES alert,
    contact_point_id uuid NOT NULL,
    hotline_id       uuid NOT NULL REFERENCES hotline,
    due_at           timestamptz,
    decided          text CONSTRAINT a_witness_reply_is_sent_or_withheld CHECK (decided IN ('sent', 'withheld')),
    CONSTRAINT a_witness_reply_is_due_until_it_is_decided CHECK ((decided IS NULL) = (due_at IS NOT NULL))
);
COMMENT ON TABLE witness_reply IS 'The one text by which a witness hears that somebody has it, after a random 30 to 120 seconds.';
CREATE INDEX witness_reply_due ON witness_reply (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON witness_reply TO ${runner};
