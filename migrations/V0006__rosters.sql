-- Why: who stands ready when. A shift is a weekly turn in its roster's time zone; rosters are retired, never deleted,
-- because a climb under way may still name them.
CREATE TABLE roster (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CONSTRAINT a_roster_has_its_own_name UNIQUE,
    discipline text NOT NULL CONSTRAINT a_roster_has_a_known_discipline
               CHECK (discipline IN ('peer-advocate', 'legal-aid', 'coordinator')),
    time_zone  text NOT NULL,
    retired_at timestamptz
);
COMMENT ON TABLE roster IS 'A list of weekly shifts of one discipline.';

CREATE TABLE shift (
    id        uuid PRIMARY KEY,
    roster_id uuid NOT NULL REFERENCES roster,
    position  integer NOT NULL,
    member_id uuid NOT NULL REFERENCES member,
    days      text[] NOT NULL,
    starts    time NOT NULL,
    ends      time NOT NULL
);
COMMENT ON TABLE shift IS 'A weekly turn. From 00:00 to 00:00 is the whole day; an end at or before the start is the next day.';
CREATE INDEX shift_of_roster ON shift (roster_id);
GRANT SELECT, INSERT, UPDATE ON roster TO ${runner};
GRANT SELECT, INSERT, UPDATE, DELETE ON shift TO ${runner};
