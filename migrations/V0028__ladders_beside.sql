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
