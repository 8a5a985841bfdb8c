-- Why: whom to ask in which order. A policy is replaced by its next version, never edited, so that no edit can strand
-- a climb that is under way.
CREATE TABLE escalation_policy (
    id                    uuid PRIMARY KEY,
    name                  text NOT NULL,
    version               integer NOT NULL,
    last_resort_roster_id uuid NOT NULL REFERENCES roster,
    made_at               timestamptz NOT NULL,
    CONSTRAINT a_policy_version_is_made_once UNIQUE (name, version)
);
COMMENT ON TABLE escalation_policy IS 'One version of a policy; the highest version of a name is the one new ladders climb.';

CREATE TABLE escalation_step (
    policy_id    uuid NOT NULL REFERENCES escalation_policy,
    discipline   text NOT NULL CONSTRAINT a_ladder_has_a_known_discipline
                 CHECK (discipline IN ('peer-advocate', 'legal-aid')),
    position     integer NOT NULL,
    way          text NOT NULL CONSTRAINT a_step_asks_in_a_known_way CHECK (way IN ('text', 'voice')),
    wait_seconds integer NOT NULL CONSTRAINT a_step_waits_from_30_seconds_to_a_day CHECK (wait_seconds BETWEEN 30 AND 86400),
    roster_ids   uuid[] NOT NULL,
    PRIMARY KEY (policy_id, discipline, position)
);
COMMENT ON TABLE escalation_step IS 'Which rosters a step asks, how, and how long it waits before the next.';
GRANT SELECT, INSERT ON escalation_policy, escalation_step TO ${runner};
