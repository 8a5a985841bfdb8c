-- Why: people swap, fall ill and go away, and sweeps come before holidays. Beside weekly shifts a roster has rotations, surge
-- plans, covers and hours in which it is not meant to have anybody. Those of the network file are replaced by each load;
-- those a coordinator made on the page stay until they are withdrawn, and who made and withdrew them is kept.
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
COMMENT ON TABLE rotation IS 'Members by turns. begins: the first hand-over on the wall''s clock. days, starts, ends: hours of the week.';
CREATE INDEX rotation_of_roster ON rotation (roster_id);

CREATE TABLE closed_hours (
    id        uuid PRIMARY KEY,
    roster_id uuid NOT NULL REFERENCES roster,
    position  integer NOT NULL,
    days      text[] NOT NULL,
    starts    time NOT NULL,
    ends      time NOT NULL
);
COMMENT ON TABLE closed_hours IS 'Hours of the week in which a roster is not meant to have anybody: no gap is told of.';
CREATE INDEX closed_hours_of_roster ON closed_hours (roster_id);

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
COMMENT ON TABLE surge_shift IS 'One member''s part in a surge plan; those of one plan made together have one made_at.';
CREATE INDEX surge_shift_of_roster ON surge_shift (roster_id) WHERE withdrawn_at IS NULL;

CREATE TABLE cover (
    id            uuid PRIMARY KEY,
    roster_id     uuid NOT NULL REFERENCES roster,
    origin        text NOT NULL CONSTRAINT a_cover_has_a_known_origin CHECK (origin IN ('file', 'page')),
    position      integer NOT NULL,
    change        text NOT NULL CONSTRAINT a_cover_changes_in_a_known_way CHECK (change IN ('add', 'remove', 'stand_in')),
    member_id     uuid NOT NULL REFERENCES member,
    away_id       uuid REFERENCES member CONSTRAINT nobody_stands_in_for_herself CHECK (away_id <> member_id),
    from_at       timestamptz NOT NULL,
    to_at         timestamptz NOT NULL CONSTRAINT a_cover_ends_after_it_begins CHECK (to_at > from_at),
    made_by       uuid REFERENCES member,
    made_at       timestamptz NOT NULL,
    withdrawn_by  uuid REFERENCES member,
    withdrawn_at  timestamptz,
    CONSTRAINT a_cover_from_the_page_has_somebody_who_made_it CHECK ((origin = 'page') = (made_by IS NOT NULL)),
    CONSTRAINT only_who_stands_in_stands_in_for_somebody CHECK ((change = 'stand_in') = (away_id IS NOT NULL))
);
COMMENT ON TABLE cover IS 'A change of who is on call, once; laid over the roster in their order: the file''s, then those made on the page as they were made.';
CREATE INDEX cover_of_roster ON cover (roster_id) WHERE withdrawn_at IS NULL;

CREATE TABLE calendar_feed (
    token_hash bytea PRIMARY KEY,
    member_id  uuid REFERENCES member,
    roster_id  uuid REFERENCES roster,
    made_at    timestamptz NOT NULL,
    CONSTRAINT a_feed_is_a_members_or_a_rosters CHECK ((member_id IS NULL) <> (roster_id IS NULL)),
    CONSTRAINT a_member_has_one_feed UNIQUE (member_id),
    CONSTRAINT a_roster_has_one_feed UNIQUE (roster_id)
);
COMMENT ON TABLE calendar_feed IS 'Secret addresses at which a calendar fetches shifts, as hashes; a new address replaces the one before.';

CREATE TABLE busy_time (
    id          uuid PRIMARY KEY,
    member_id   uuid NOT NULL REFERENCES member,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz NOT NULL CONSTRAINT a_busy_time_ends_after_it_begins CHECK (to_at > from_at),
    imported_at timestamptz NOT NULL
);
COMMENT ON TABLE busy_time IS 'When a member''s own calendar says she is busy: times only, never with what or whom.';
CREATE INDEX busy_time_of_member ON busy_time (member_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON rotation, closed_hours, surge_shift, cover, calendar_feed, busy_time TO ${runner};
