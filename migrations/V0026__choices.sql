-- Why: whom to ask first is not only who is on call. A responder says what she speaks, where she can be soon, where she will
-- not go and how she bears to be asked; what could tell of her, and that is nearly all of it, is sealed. The names of places
-- of custody that an alert's reports hold are kept beside its area, so that "not there" can mean one of them.
CREATE TABLE member_choices (
    member_id          uuid PRIMARY KEY REFERENCES member,
    quiet              text NOT NULL CONSTRAINT a_responder_is_quiet_in_a_known_way
                       CHECK (quiet IN ('never', 'at_night', 'always')),
    call_after_minutes integer CONSTRAINT a_call_follows_a_text_within_half_an_hour
                       CHECK (call_after_minutes BETWEEN 1 AND 30),
    languages_sealed   bytea NOT NULL,
    areas_sealed       bytea NOT NULL,
    not_there_sealed   bytea NOT NULL,
    note_sealed        bytea NOT NULL,
    chosen_by          uuid REFERENCES member,
    chosen_at          timestamptz NOT NULL
);
COMMENT ON TABLE member_choices IS 'How a responder chose to be asked. chosen_by: null where only a network file has spoken; once somebody has chosen on a page, no file changes it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON member_choices TO ${runner};

ALTER TABLE alert ADD COLUMN custody_places text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN alert.custody_places IS 'The pack''s ids of the places of custody that its reports named.';

-- How lately, and how often in a night, a responder was asked.
CREATE INDEX dispatch_of_member_lately ON dispatch (member_id, asked_at);
