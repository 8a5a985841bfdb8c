-- Why: who stands ready when: weekly shifts, members by turns, extra shifts on listed dates, and changes for once.
-- Rosters are retired, never deleted, because a climb under way may still name them. What the network file lists is
-- replaced by each load; what a coordinator made on a page stays until it is withdrawn, and who made it is kept.
CREATE TABLE roster (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CONSTRAINT a_roster_has_its_own_name UNIQUE,
    discipline text NOT NULL
               CONSTRAINT a_roster_has_a_known_discipline
               CHECK (discipline IN ('peer-advocate', 'legal-aid', 'medical-link', 'vouching-officer',
                                     'interpreter', 'coordinator')),
    time_zone  text NOT NULL,
    confirm    boolean NOT NULL DEFAULT true,
    swaps      text NOT NULL DEFAULT 'free'
               CONSTRAINT a_roster_lets_shifts_change_hands_in_a_known_way CHECK (swaps IN ('free', 'coordinator')),
    retired_at timestamptz
);
COMMENT ON TABLE roster IS
    'A list of shifts of one discipline. A row is retired when the network file lists it no more, and stays.';
COMMENT ON COLUMN roster.confirm IS 'Whether shifts are promised by ON.';
COMMENT ON COLUMN roster.swaps IS 'free: a shift changes hands at once; coordinator: when one agrees.';
GRANT SELECT, INSERT, UPDATE ON roster TO ${runner};

CREATE TABLE shift (
    id        uuid PRIMARY KEY,
    roster_id uuid NOT NULL REFERENCES roster,
    position  integer NOT NULL,
    member_id uuid NOT NULL REFERENCES member,
    days      text[] NOT NULL,
    starts    time NOT NULL,
    ends      time NOT NULL
);
COMMENT ON TABLE shift IS
    'A weekly turn. From 00:00 to 00:00 is the whole day; an end at or before the start is the next day. Rows go with each load of the network file, which writes them anew.';
COMMENT ON COLUMN shift.position IS 'Its place in the network file; the order in which members are asked.';
COMMENT ON COLUMN shift.days IS 'Days of the week on which it begins.';
CREATE INDEX shift_of_roster ON shift (roster_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON shift TO ${runner};

CREATE TABLE rotation (
    id         uuid PRIMARY KEY,
    roster_id  uuid NOT NULL REFERENCES roster,
    position   integer NOT NULL,
    member_ids uuid[] NOT NULL CONSTRAINT a_rotation_has_members CHECK (cardinality(member_ids) > 0),
    hours      integer NOT NULL CONSTRAINT a_turn_lasts_from_an_hour_to_31_days CHECK (hours BETWEEN 1 AND 744),
    begins     timestamp NOT NULL,
    days       text[] NOT NULL,
    starts     time NOT NULL,
    ends       time NOT NULL
);
COMMENT ON TABLE rotation IS 'Members by turns. Rows go with each load of the network file, which writes them anew.';
COMMENT ON COLUMN rotation.member_ids IS 'By turns, in this order. No reference: those who have left are passed over.';
COMMENT ON COLUMN rotation.hours IS 'How long each turn lasts.';
COMMENT ON COLUMN rotation.begins IS 'The first hand-over, on the wall''s clock in the roster''s zone.';
COMMENT ON COLUMN rotation.days IS 'With starts and ends: in which hours of the week whoever''s turn it is is on call.';
CREATE INDEX rotation_of_roster ON rotation (roster_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON rotation TO ${runner};

CREATE TABLE closed_hours (
    id        uuid PRIMARY KEY,
    roster_id uuid NOT NULL REFERENCES roster,
    position  integer NOT NULL,
    days      text[] NOT NULL,
    starts    time NOT NULL,
    ends      time NOT NULL
);
COMMENT ON TABLE closed_hours IS
    'Hours of the week in which a roster is not meant to have anybody: no gap is told of. Rows go with each load of the network file, which writes them anew.';
CREATE INDEX closed_hours_of_roster ON closed_hours (roster_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON closed_hours TO ${runner};

CREATE TABLE surge_shift (
    id           uuid PRIMARY KEY,
    roster_id    uuid NOT NULL REFERENCES roster,
    origin       text NOT NULL CONSTRAINT a_surge_has_a_known_origin CHECK (origin IN ('file', 'page')),
    position     integer NOT NULL,
    plan         text NOT NULL,
    member_id    uuid NOT NULL REFERENCES member,
    dates        date[] NOT NULL CONSTRAINT a_surge_has_dates CHECK (cardinality(dates) > 0),
    starts       time NOT NULL,
    ends         time NOT NULL,
    made_by      uuid REFERENCES member,
    made_at      timestamptz NOT NULL,
    withdrawn_by uuid REFERENCES member,
    withdrawn_at timestamptz,
    CONSTRAINT a_surge_from_the_page_has_somebody_who_made_it CHECK ((origin = 'page') = (made_by IS NOT NULL))
);
COMMENT ON TABLE surge_shift IS
    'One member''s part in a surge plan; those of one plan made together have one made_at. Rows of the file go with each load of it; those made on a page stay, and are withdrawn.';
COMMENT ON COLUMN surge_shift.origin IS 'file: of the network file; page: made by a coordinator.';
COMMENT ON COLUMN surge_shift.plan IS 'The name of the plan.';
COMMENT ON COLUMN surge_shift.made_by IS 'Null for the file''s.';
CREATE INDEX surge_shift_of_roster ON surge_shift (roster_id) WHERE withdrawn_at IS NULL;
CREATE INDEX surge_shift_of_file ON surge_shift (roster_id) WHERE origin = 'file';
GRANT SELECT, INSERT, UPDATE, DELETE ON surge_shift TO ${runner};

CREATE TABLE cover (
    id           uuid PRIMARY KEY,
    roster_id    uuid NOT NULL REFERENCES roster,
    origin       text NOT NULL CONSTRAINT a_cover_has_a_known_origin CHECK (origin IN ('file', 'page', 'gateway')),
    position     integer NOT NULL,
    change       text NOT NULL
                 CONSTRAINT a_cover_changes_in_a_known_way CHECK (change IN ('add', 'remove', 'stand_in')),
    member_id    uuid NOT NULL REFERENCES member,
    away_id      uuid REFERENCES member,
    from_at      timestamptz NOT NULL,
    to_at        timestamptz NOT NULL,
    made_by      uuid REFERENCES member,
    made_at      timestamptz NOT NULL,
    withdrawn_by uuid REFERENCES member,
    withdrawn_at timestamptz,
    CONSTRAINT nobody_stands_in_for_herself CHECK (away_id <> member_id),
    CONSTRAINT a_cover_ends_after_it_begins CHECK (to_at > from_at),
    CONSTRAINT a_cover_from_the_page_has_somebody_who_made_it CHECK ((origin = 'page') = (made_by IS NOT NULL)),
    CONSTRAINT only_who_stands_in_stands_in_for_somebody CHECK ((change = 'stand_in') = (away_id IS NOT NULL))
);
COMMENT ON TABLE cover IS
    'A change of who is on call, once; laid over the roster in their order: the file''s, then those made since, as they were made. Rows of the file go with each load of it; all others stay, and are withdrawn.';
COMMENT ON COLUMN cover.origin IS 'file: of the network file; page: by a member; gateway: who was on before stays on, until who comes says ON.';
COMMENT ON COLUMN cover.change IS 'What it does.';
COMMENT ON COLUMN cover.away_id IS 'For whom she stands in.';
COMMENT ON COLUMN cover.made_by IS 'Null where no member made it.';
COMMENT ON COLUMN cover.withdrawn_at IS 'Since when it counts no more; null while it does.';
CREATE INDEX cover_of_file ON cover (roster_id) WHERE origin = 'file';
CREATE INDEX cover_of_roster ON cover (roster_id, to_at) WHERE withdrawn_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON cover TO ${runner};
