-- Why: a shift is a promise. Who comes on call is asked for it the evening before and at its start; who cannot come
-- offers it to the others; a gap is told of before it is there; and nobody goes off while she has an alert without
-- somebody hearing of it.
CREATE TABLE promise (
    id          uuid PRIMARY KEY,
    roster_id   uuid NOT NULL REFERENCES roster,
    member_id   uuid NOT NULL REFERENCES member,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz NOT NULL,
    state       text NOT NULL
                CONSTRAINT a_promise_is_in_a_known_state CHECK (state IN ('asked', 'missed', 'told', 'given', 'over')),
    cover_ids   uuid[] NOT NULL DEFAULT '{}',
    code_index  bytea,
    code_sealed bytea,
    asked_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT a_promised_shift_ends_after_it_begins CHECK (to_at > from_at),
    CONSTRAINT a_shift_is_asked_for_once UNIQUE (roster_id, member_id, from_at),
    CONSTRAINT a_code_of_a_promise_is_found_and_read CHECK ((code_index IS NULL) = (code_sealed IS NULL))
);
COMMENT ON TABLE promise IS 'One member''s word for one shift. Rows stay.';
COMMENT ON COLUMN promise.state IS 'asked in the evening; missed: not given at the start; told: the coordinators heard; given by ON; over with the shift.';
COMMENT ON COLUMN promise.cover_ids IS 'By which covers others stay on until it is given. No reference: covers are withdrawn by themselves.';
COMMENT ON COLUMN promise.code_index IS 'Keyed hash of the six digits that prove her ON; those of one text share them. Kept as long as its row.';
COMMENT ON COLUMN promise.code_sealed IS 'The digits, sealed under the house''s key. Kept as long as its row.';
CREATE INDEX promise_that_goes_on ON promise (from_at) WHERE state <> 'over';
CREATE INDEX promise_of_code ON promise (member_id, code_index) WHERE code_index IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON promise TO ${runner};

CREATE TABLE shift_offer (
    id         uuid PRIMARY KEY,
    roster_id  uuid NOT NULL REFERENCES roster,
    member_id  uuid NOT NULL REFERENCES member,
    from_at    timestamptz NOT NULL,
    to_at      timestamptz NOT NULL,
    state      text NOT NULL
               CONSTRAINT an_offer_is_in_a_known_state
               CHECK (state IN ('open', 'waiting', 'taken', 'withdrawn', 'covered', 'over')),
    taker_id   uuid REFERENCES member,
    cover_id   uuid REFERENCES cover,
    made_at    timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT an_offered_shift_ends_after_it_begins CHECK (to_at > from_at),
    CONSTRAINT nobody_takes_her_own_shift CHECK (taker_id <> member_id),
    CONSTRAINT whoever_waits_or_has_taken_it_is_known
        CHECK (state NOT IN ('waiting', 'taken') OR taker_id IS NOT NULL),
    CONSTRAINT a_taken_offer_has_its_cover CHECK (state <> 'taken' OR cover_id IS NOT NULL)
);
COMMENT ON TABLE shift_offer IS 'A shift somebody wants off; she stays on call until a cover stands. Rows stay.';
COMMENT ON COLUMN shift_offer.taker_id IS 'Who wants it, or has it.';
COMMENT ON COLUMN shift_offer.cover_id IS 'The cover by which it changed hands.';
CREATE UNIQUE INDEX a_shift_is_offered_once_at_a_time ON shift_offer (roster_id, member_id)
    WHERE state IN ('open', 'waiting');
CREATE INDEX shift_offer_taken ON shift_offer (from_at) WHERE state = 'taken';
GRANT SELECT, INSERT, UPDATE, DELETE ON shift_offer TO ${runner};

CREATE TABLE offer_code (
    id          uuid PRIMARY KEY,
    offer_id    uuid NOT NULL REFERENCES shift_offer,
    member_id   uuid NOT NULL REFERENCES member,
    code_index  bytea NOT NULL,
    code_sealed bytea NOT NULL,
    made_at     timestamptz NOT NULL,
    CONSTRAINT a_code_names_one_offer_to_its_member UNIQUE (member_id, code_index),
    CONSTRAINT a_member_has_one_code_of_an_offer UNIQUE (offer_id, member_id)
);
COMMENT ON TABLE offer_code IS
    'Six digits that prove that this phone was told of this offer, found by a keyed index of member and code. A row goes when another code replaces it.';
COMMENT ON COLUMN offer_code.code_index IS 'Keyed hash of member and code.';
COMMENT ON COLUMN offer_code.code_sealed IS 'The digits, under the key of the house.';
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_code TO ${runner};

CREATE TABLE duty_answer (
    member_id   uuid PRIMARY KEY REFERENCES member,
    answered_at timestamptz NOT NULL
);
COMMENT ON TABLE duty_answer IS
    'When a member was last told that ON or OFF changed nothing: nobody can make us text her without end. One row a member, which stays as long as she does.';
GRANT SELECT, INSERT, UPDATE, DELETE ON duty_answer TO ${runner};

CREATE TABLE gap_told (
    roster_id uuid NOT NULL REFERENCES roster,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz NOT NULL,
    near      boolean NOT NULL,
    told_at   timestamptz NOT NULL
);
COMMENT ON TABLE gap_told IS 'Gaps the coordinators were told of. Rows go 60 days after the gap and its telling.';
COMMENT ON COLUMN gap_told.near IS 'Whether it was less than a day away.';
CREATE INDEX gap_told_of_roster ON gap_told (roster_id, told_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON gap_told TO ${runner};

CREATE TABLE shift_change (
    roster_id uuid NOT NULL REFERENCES roster,
    at        timestamptz NOT NULL,
    seen_at   timestamptz NOT NULL,
    CONSTRAINT a_change_of_shift_is_attended_to_once PRIMARY KEY (roster_id, at)
);
COMMENT ON TABLE shift_change IS 'Moments at which somebody went off call, attended to. Rows stay.';
GRANT SELECT, INSERT, UPDATE, DELETE ON shift_change TO ${runner};

CREATE TABLE hand_over (
    id         uuid PRIMARY KEY,
    roster_id  uuid NOT NULL REFERENCES roster,
    at         timestamptz NOT NULL,
    alert_id   uuid NOT NULL REFERENCES alert,
    ladder_id  uuid NOT NULL REFERENCES ladder,
    holder_id  uuid NOT NULL REFERENCES member,
    state      text NOT NULL
               CONSTRAINT a_hand_over_is_in_a_known_state CHECK (state IN ('asked', 'reminded', 'told', 'over')),
    due_at     timestamptz,
    changed_at timestamptz NOT NULL,
    CONSTRAINT what_is_asked_or_reminded_has_a_next_moment
        CHECK ((state IN ('asked', 'reminded')) = (due_at IS NOT NULL)),
    CONSTRAINT an_alert_is_handed_over_once_a_change UNIQUE (ladder_id, holder_id, at)
);
COMMENT ON TABLE hand_over IS
    'What somebody had when her shift ended, until somebody else has it: she is reminded, then the coordinators are told. Goes with its ladder, which stays.';
COMMENT ON COLUMN hand_over.at IS 'When the shift ended.';
COMMENT ON COLUMN hand_over.due_at IS 'When she is reminded, or the coordinators are told.';
CREATE INDEX hand_over_due ON hand_over (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON hand_over TO ${runner};
