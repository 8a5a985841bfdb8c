-- Why: whom to ask in which order. A policy is replaced by its next version, never edited, so that no edit can strand
-- a climb that is under way. Where nobody of ours has an alert, phones of other organisations are rung, and told
-- nothing.
CREATE TABLE escalation_policy (
    id                    uuid PRIMARY KEY,
    name                  text NOT NULL,
    version               integer NOT NULL,
    last_resort_roster_id uuid NOT NULL REFERENCES roster,
    rounds                integer NOT NULL DEFAULT 1
                          CONSTRAINT a_policy_is_run_from_one_to_five_times CHECK (rounds BETWEEN 1 AND 5),
    made_at               timestamptz NOT NULL,
    CONSTRAINT a_policy_version_is_made_once UNIQUE (name, version)
);
COMMENT ON TABLE escalation_policy IS
    'One version of a policy; the highest version of a name is the one new ladders climb. Rows stay, since ladders refer to them.';
COMMENT ON COLUMN escalation_policy.last_resort_roster_id IS 'Who is asked for ever when the steps are at their end.';
COMMENT ON COLUMN escalation_policy.rounds IS 'How often all steps are run before that.';
GRANT SELECT, INSERT ON escalation_policy TO ${runner};

CREATE TABLE escalation_step (
    policy_id          uuid NOT NULL REFERENCES escalation_policy,
    discipline         text NOT NULL
                       CONSTRAINT a_ladder_has_a_known_discipline
                       CHECK (discipline IN ('peer-advocate', 'legal-aid', 'medical-link', 'vouching-officer',
                                             'interpreter')),
    position           integer NOT NULL,
    way                text NOT NULL
                       CONSTRAINT a_step_asks_in_a_known_way CHECK (way IN ('text', 'voice', 'text_then_call')),
    wait_seconds       integer NOT NULL
                       CONSTRAINT a_step_waits_from_30_seconds_to_a_day CHECK (wait_seconds BETWEEN 30 AND 86400),
    call_after_seconds integer,
    rounds             integer NOT NULL DEFAULT 1
                       CONSTRAINT a_step_is_asked_from_one_to_ten_times CHECK (rounds BETWEEN 1 AND 10),
    roster_ids         uuid[] NOT NULL,
    member_ids         uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (policy_id, discipline, "position"),
    CONSTRAINT a_step_that_texts_first_says_when_it_calls
        CHECK ((way = 'text_then_call') = (call_after_seconds IS NOT NULL)
                 AND coalesce(call_after_seconds, 0) BETWEEN 0 AND wait_seconds - 1),
    CONSTRAINT a_step_asks_somebody CHECK (cardinality(roster_ids) + cardinality(member_ids) > 0)
);
COMMENT ON TABLE escalation_step IS
    'Which rosters and members a step asks, how, how often, and how long it waits before the next. Goes with its policy, which stays.';
COMMENT ON COLUMN escalation_step.way IS 'text_then_call: a call follows after call_after_seconds, unless she has answered.';
COMMENT ON COLUMN escalation_step.rounds IS 'How often it is asked before the next step.';
COMMENT ON COLUMN escalation_step.roster_ids IS 'No reference, since a policy is never edited; a retired roster has nobody on call.';
COMMENT ON COLUMN escalation_step.member_ids IS 'Members it names beside rosters. No reference.';
GRANT SELECT, INSERT ON escalation_step TO ${runner};

CREATE TABLE outside_contact (
    id            uuid PRIMARY KEY,
    name          text NOT NULL,
    number_sealed bytea NOT NULL,
    language      text NOT NULL,
    made_at       timestamptz NOT NULL,
    retired_at    timestamptz
);
COMMENT ON TABLE outside_contact IS
    'Phones of other organisations, from the network file: rung when nobody of ours has an alert, told nothing, never texted. A row is retired when the file no longer lists it, and stays, since calls refer to it.';
COMMENT ON COLUMN outside_contact.number_sealed IS 'Sealed under the house''s key. Goes with its row.';
CREATE UNIQUE INDEX an_outside_contact_is_listed_once ON outside_contact (lower(name)) WHERE retired_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON outside_contact TO ${runner};

ALTER TABLE message ADD CONSTRAINT message_outside_contact_id_fkey FOREIGN KEY (outside_contact_id) REFERENCES outside_contact;
