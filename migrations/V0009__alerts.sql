-- Why: the heart. An alert's state is derived from its ladders: open while a required ladder has no holder.
CREATE TABLE alert (
    id               uuid PRIMARY KEY,
    number           text NOT NULL CONSTRAINT an_alert_number_is_never_used_twice UNIQUE,
    hotline_id       uuid REFERENCES hotline,
    contact_point_id uuid NOT NULL,
    code             text NOT NULL,
    pack             text NOT NULL,
    area             text,
    opened_at        timestamptz NOT NULL,
    last_report_at   timestamptz NOT NULL,
    last_grave_at    timestamptz,
    done_proposed_by uuid REFERENCES member,
    done_proposed_at timestamptz,
    resolved_at      timestamptz,
    timeline_count   integer NOT NULL,
    timeline_head    bytea NOT NULL
);
COMMENT ON TABLE alert IS 'One need for help, from the first report to the resolution.';
CREATE INDEX alert_unresolved ON alert (opened_at) WHERE resolved_at IS NULL;
CREATE INDEX alert_unresolved_of_contact_point ON alert (contact_point_id) WHERE resolved_at IS NULL;
CREATE INDEX alert_resolved ON alert (resolved_at) WHERE resolved_at IS NOT NULL;

CREATE TABLE ladder (
    id           uuid PRIMARY KEY,
    alert_id     uuid NOT NULL REFERENCES alert,
    discipline   text NOT NULL,
    policy_id    uuid NOT NULL REFERENCES escalation_policy,
    step         integer NOT NULL,
    round        integer NOT NULL,
    state        text NOT NULL CONSTRAINT a_ladder_is_in_a_known_state
                 CHECK (state IN ('climbing', 'acknowledged', 'ended')),
    holder_id    uuid REFERENCES member,
    held_since   timestamptz,
    confirmed_at timestamptz,
    due_at       timestamptz,
    failures     integer NOT NULL DEFAULT 0,
    CONSTRAINT an_alert_has_one_ladder_a_discipline UNIQUE (alert_id, discipline),
    CONSTRAINT a_living_ladder_always_has_a_next_moment CHECK ((state = 'ended') = (due_at IS NULL)),
    CONSTRAINT an_acknowledged_ladder_has_a_holder
        CHECK ((state = 'acknowledged') = (holder_id IS NOT NULL)
           AND (state = 'acknowledged') = (held_since IS NOT NULL)
           AND (state = 'acknowledged') = (confirmed_at IS NOT NULL))
);
COMMENT ON TABLE ladder IS 'One discipline''s climb for one alert. due_at: when the next step is asked, or the check-in is missed.';
CREATE INDEX ladder_due ON ladder (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ladder_of_holder ON ladder (holder_id) WHERE holder_id IS NOT NULL;

CREATE TABLE arrestee (
    id         uuid PRIMARY KEY,
    alert_id   uuid NOT NULL REFERENCES alert,
    ordinal    integer NOT NULL,
    stage      text,
    outcome    text,
    outcome_at timestamptz,
    CONSTRAINT arrestees_are_counted UNIQUE (alert_id, ordinal)
);
COMMENT ON TABLE arrestee IS 'A person held; one by default. Resolving an alert wants an outcome for each.';
GRANT SELECT, INSERT, UPDATE ON alert, ladder, arrestee TO ${runner};
