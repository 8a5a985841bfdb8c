-- Why: the heart. An alert's state is derived from its ladders: it is open while a required ladder has no holder.
-- Each discipline climbs a ladder of its own, and a ladder that lives always has a next moment.
CREATE TABLE alert (
    id               uuid PRIMARY KEY,
    number           text NOT NULL CONSTRAINT an_alert_number_is_never_used_twice UNIQUE,
    hotline_id       uuid REFERENCES hotline,
    contact_point_id uuid NOT NULL,
    enrolment_id     uuid,
    code             text NOT NULL,
    pack             text NOT NULL,
    area             text,
    custody_places   text[] NOT NULL DEFAULT '{}',
    known            boolean NOT NULL DEFAULT false,
    silence_asked    boolean NOT NULL DEFAULT false,
    opened_at        timestamptz NOT NULL,
    last_report_at   timestamptz NOT NULL,
    first_grave_at   timestamptz,
    last_grave_at    timestamptz,
    elsewhere_at     timestamptz,
    done_proposed_by uuid REFERENCES member,
    resolved_at      timestamptz,
    merged_into      uuid REFERENCES alert,
    survivor_id      uuid REFERENCES alert,
    erased_at        timestamptz,
    timeline_count   integer NOT NULL,
    timeline_head    bytea NOT NULL,
    CONSTRAINT a_merged_alert_has_a_survivor_and_is_over
        CHECK ((merged_into IS NULL) = (survivor_id IS NULL) AND (merged_into IS NULL OR resolved_at IS NOT NULL))
);
COMMENT ON TABLE alert IS
    'One need for help, from the first report to the resolution. A row stays; an erased one has lost its key, and with it every word.';
COMMENT ON COLUMN alert.number IS 'What people call it, such as 4731-1.';
COMMENT ON COLUMN alert.contact_point_id IS 'Who reported it first. No reference: contact points are erased.';
COMMENT ON COLUMN alert.enrolment_id IS 'Whom it is about, where that is known. No reference: withdrawing takes the enrolment away, and the id then names nobody.';
COMMENT ON COLUMN alert.code IS 'What it is asked for by; nothing lowers it.';
COMMENT ON COLUMN alert.area IS 'The pack''s id of the area, in the clear since it decides who is asked.';
COMMENT ON COLUMN alert.custody_places IS 'The pack''s ids of the places of custody that its reports named.';
COMMENT ON COLUMN alert.known IS 'Its number had reported before, or is enrolled: it never waits behind strangers.';
COMMENT ON COLUMN alert.silence_asked IS 'A text of this alert asked that nobody reply or ring, whatever else it said.';
COMMENT ON COLUMN alert.first_grave_at IS 'When a grave code was first reported; kept as long as its row. Of alerts from before this column, the last.';
COMMENT ON COLUMN alert.last_grave_at IS 'When a grave code was last reported.';
COMMENT ON COLUMN alert.elsewhere_at IS 'When a report that named another place or another person last had the alert asked for afresh; null if none has. Goes with the alert.';
COMMENT ON COLUMN alert.done_proposed_by IS 'The holder who said DONE; null once that was answered.';
COMMENT ON COLUMN alert.merged_into IS 'The alert that a coordinator said is the same.';
COMMENT ON COLUMN alert.survivor_id IS 'Where that leads after all merging.';
COMMENT ON COLUMN alert.erased_at IS 'When its key was deleted.';
COMMENT ON COLUMN alert.timeline_count IS 'How many entries it has.';
COMMENT ON COLUMN alert.timeline_head IS 'The hash of the newest one.';
CREATE INDEX alert_unresolved ON alert (opened_at) WHERE resolved_at IS NULL;
CREATE INDEX alert_unresolved_of_contact_point ON alert (contact_point_id) WHERE resolved_at IS NULL;
CREATE INDEX alert_resolved ON alert (resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX alert_resolved_of_contact_point ON alert (contact_point_id) WHERE resolved_at IS NOT NULL;
CREATE INDEX alert_unresolved_of_strangers ON alert (area, opened_at)
    WHERE resolved_at IS NULL AND NOT known AND area IS NOT NULL;
CREATE INDEX alert_merged ON alert (survivor_id) WHERE survivor_id IS NOT NULL;
CREATE INDEX alert_merged_directly ON alert (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX alert_of_contact_point ON alert (contact_point_id);
GRANT SELECT, INSERT, UPDATE ON alert TO ${runner};

CREATE TABLE ladder (
    id                 uuid PRIMARY KEY,
    alert_id           uuid NOT NULL REFERENCES alert,
    discipline         text NOT NULL,
    policy_id          uuid NOT NULL REFERENCES escalation_policy,
    known              boolean NOT NULL DEFAULT false,
    step               integer NOT NULL,
    round              integer NOT NULL,
    state              text NOT NULL
                       CONSTRAINT a_ladder_is_in_a_known_state CHECK (state IN ('climbing', 'acknowledged', 'ended')),
    holder_id          uuid REFERENCES member,
    held_since         timestamptz,
    confirmed_at       timestamptz,
    due_at             timestamptz,
    nobody_since       timestamptz,
    told_nobody_at     timestamptz,
    nobody_asked_since timestamptz,
    failures           integer NOT NULL DEFAULT 0,
    alarmed_at         timestamptz,
    CONSTRAINT a_living_ladder_always_has_a_next_moment CHECK ((state = 'ended') = (due_at IS NULL)),
    CONSTRAINT an_acknowledged_ladder_has_a_holder
        CHECK ((state = 'acknowledged') = (holder_id IS NOT NULL)
                 AND (state = 'acknowledged') = (held_since IS NOT NULL)
                 AND (state = 'acknowledged') = (confirmed_at IS NOT NULL)),
    CONSTRAINT an_alert_has_one_ladder_a_discipline UNIQUE (alert_id, discipline),
    CONSTRAINT nobody_has_a_climbing_ladder_since_a_moment CHECK ((state = 'climbing') = (nobody_since IS NOT NULL))
);
COMMENT ON TABLE ladder IS 'One discipline''s climb for one alert. Goes with its alert, which stays.';
COMMENT ON COLUMN ladder.known IS 'As the alert''s: known numbers'' ladders are attended to first, then whichever is due longest.';
COMMENT ON COLUMN ladder.step IS 'Which step was asked last.';
COMMENT ON COLUMN ladder.round IS 'Which rung of the climb.';
COMMENT ON COLUMN ladder.held_since IS 'When its holder took it.';
COMMENT ON COLUMN ladder.confirmed_at IS 'When she last said that she still has it.';
COMMENT ON COLUMN ladder.due_at IS 'When the next step is asked, or the check-in is missed; null once it has ended.';
COMMENT ON COLUMN ladder.nobody_since IS 'Since when nobody of its discipline has the alert.';
COMMENT ON COLUMN ladder.told_nobody_at IS 'When the coordinators last heard of that.';
COMMENT ON COLUMN ladder.nobody_asked_since IS 'Since when the last resort has found nobody it may ask; null once somebody was asked. Goes with its row.';
COMMENT ON COLUMN ladder.failures IS 'How many of its turns failed in a row; three are an alarm.';
COMMENT ON COLUMN ladder.alarmed_at IS 'When the coordinators were told that its turns fail; empty again once a turn goes well.';
CREATE INDEX ladder_of_holder ON ladder (holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX ladder_due ON ladder (known DESC, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ladder_nobody ON ladder (nobody_since) WHERE nobody_since IS NOT NULL AND discipline <> 'peer-advocate';
CREATE INDEX ladder_told_nobody ON ladder (told_nobody_at) WHERE told_nobody_at IS NOT NULL;
CREATE INDEX ladder_nobody_asked ON ladder (nobody_asked_since) WHERE nobody_asked_since IS NOT NULL;
CREATE INDEX ladder_failing ON ladder (alert_id) WHERE failures >= 3;
CREATE INDEX ladder_living_of_policy ON ladder (policy_id) WHERE state <> 'ended';
GRANT SELECT, INSERT, UPDATE ON ladder TO ${runner};

CREATE TABLE arrestee (
    id       uuid PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alert,
    ordinal  integer NOT NULL,
    stage    text,
    outcome  text,
    CONSTRAINT arrestees_are_counted UNIQUE (alert_id, ordinal)
);
COMMENT ON TABLE arrestee IS
    'A person held; one by default. Resolving an alert wants an outcome for each. Goes with its alert, which stays.';
COMMENT ON COLUMN arrestee.ordinal IS 'Counted from 1 within its alert.';
COMMENT ON COLUMN arrestee.stage IS 'How far it has gone with her, by the pack''s id.';
COMMENT ON COLUMN arrestee.outcome IS 'How it ended for her, by the pack''s id; null until it has.';
GRANT SELECT, INSERT, UPDATE ON arrestee TO ${runner};
