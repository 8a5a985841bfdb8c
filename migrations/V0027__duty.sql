-- Why: a shift is a promise. Who comes on call is asked for it the evening before and at its start; who cannot come offers it
-- to the others; a gap is told of before it is there; and nobody goes off while she has an alert without somebody hearing
-- of it. Covers that follow from a promise that was not given are the gateway's own.
ALTER TABLE roster
    ADD COLUMN confirm boolean NOT NULL DEFAULT true,
    ADD COLUMN swaps text NOT NULL DEFAULT 'free'
        CONSTRAINT a_roster_lets_shifts_change_hands_in_a_known_way CHECK (swaps IN ('free', 'coordinator'));

ALTER TABLE cover
    DROP CONSTRAINT a_cover_has_a_known_origin,
    ADD CONSTRAINT a_cover_has_a_known_origin CHECK (origin IN ('file', 'page', 'gateway'));
COMMENT ON TABLE cover IS 'A change of who is on call, once; laid over the roster in their order: the file''s, then those made since, as they were made. origin page: by a member; gateway: who was on before stays on, until who comes says ON.';

CREATE TABLE promise (
    id         uuid PRIMARY KEY,
    roster_id  uuid NOT NULL REFERENCES roster,
    member_id  uuid NOT NULL REFERENCES member,
    from_at    timestamptz NOT NULL,
    to_at      timestamptz NOT NULL CONSTRAINT a_promised_shift_ends_after_it_begins CHECK (to_at > from_at),
    state      text NOT NULL CONSTRAINT a_promise_is_in_a_known_state CHECK (state IN ('asked', 'missed', 'told', 'given', 'over')),
    cover_ids  uuid[] NOT NULL DEFAULT '{}',
    asked_at   timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT a_shift_is_asked_for_once UNIQUE (roster_id, member_id, from_at)
);
COMMENT ON TABLE promise IS 'One member''s word for one shift. cover_ids: by which covers others stay on until it is given.';
CREATE INDEX promise_that_goes_on ON promise (from_at) WHERE state <> 'over';

CREATE TABLE shift_offer (
    id         uuid PRIMARY KEY,
    roster_id  uuid NOT NULL REFERENCES roster,
    member_id  uuid NOT NULL REFERENCES member,
    from_at    timestamptz NOT NULL,
    to_at      timestamptz NOT NULL CONSTRAINT an_offered_shift_ends_after_it_begins CHECK (to_at > from_at),
    state      text NOT NULL CONSTRAINT an_offer_is_in_a_known_state
               CHECK (state IN ('open', 'waiting', 'taken', 'withdrawn', 'covered', 'over')),
    taker_id   uuid REFERENCES member CONSTRAINT nobody_takes_her_own_shift CHECK (taker_id <> member_id),
    cover_id   uuid REFERENCES cover,
    made_at    timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT whoever_waits_or_has_taken_it_is_known CHECK (state NOT IN ('waiting', 'taken') OR taker_id IS NOT NULL),
    CONSTRAINT a_taken_offer_has_its_cover CHECK (state <> 'taken' OR cover_id IS NOT NULL)
);
COMMENT ON TABLE shift_offer IS 'A shift somebody wants off; she stays on call until a cover stands.';
CREATE UNIQUE INDEX a_shift_is_offered_once_at_a_time ON shift_offer (roster_id, member_id) WHERE state IN ('open', 'waiting');

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
COMMENT ON TABLE offer_code IS 'Six digits that prove that this phone was told of this offer, found by a keyed index of member and code.';

CREATE TABLE duty_answer (
    member_id   uuid PRIMARY KEY REFERENCES member,
    answered_at timestamptz NOT NULL
);
COMMENT ON TABLE duty_answer IS 'When a member was last told that ON or OFF changed nothing: nobody can make us text her without end.';

CREATE TABLE gap_told (
    roster_id uuid NOT NULL REFERENCES roster,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz NOT NULL,
    near      boolean NOT NULL,
    told_at   timestamptz NOT NULL
);
COMMENT ON TABLE gap_told IS 'Gaps the coordinators were told of. near: when it was less than a day away.';
CREATE INDEX gap_told_of_roster ON gap_told (roster_id, told_at);

CREATE TABLE shift_change (
    roster_id uuid NOT NULL REFERENCES roster,
    at        timestamptz NOT NULL,
    seen_at   timestamptz NOT NULL,
    CONSTRAINT a_change_of_shift_is_attended_to_once PRIMARY KEY (roster_id, at)
);
COMMENT ON TABLE shift_change IS 'Moments at which somebody went off call, attended to.';

CREATE TABLE hand_over (
    id         uuid PRIMARY KEY,
    roster_id  uuid NOT NULL REFERENCES roster,
    at         timestamptz NOT NULL,
    alert_id   uuid NOT NULL REFERENCES alert,
    ladder_id  uuid NOT NULL REFERENCES ladder,
    holder_id  uuid NOT NULL REFERENCES member,
    state      text NOT NULL CONSTRAINT a_hand_over_is_in_a_known_state CHECK (state IN ('asked', 'reminded', 'told', 'over')),
    due_at     timestamptz,
    changed_at timestamptz NOT NULL,
    CONSTRAINT an_alert_is_handed_over_once_a_change UNIQUE (ladder_id, holder_id, at),
    CONSTRAINT what_is_asked_or_reminded_has_a_next_moment CHECK ((state IN ('asked', 'reminded')) = (due_at IS NOT NULL))
);
COMMENT ON TABLE hand_over IS 'What somebody had when her shift ended, until somebody else has it: she is reminded, then the coordinators are told.';
CREATE INDEX hand_over_due ON hand_over (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE relief (
    ladder_id uuid NOT NULL REFERENCES ladder,
    member_id uuid NOT NULL REFERENCES member,
    holder_id uuid NOT NULL REFERENCES member,
    asked_at  timestamptz NOT NULL,
    CONSTRAINT a_member_is_asked_once_to_relieve_a_holder PRIMARY KEY (ladder_id, member_id, holder_id)
);
COMMENT ON TABLE relief IS 'Who may take an alert from whom: asked when the holder''s shift ended.';
GRANT SELECT, INSERT, UPDATE, DELETE ON promise, shift_offer, offer_code, duty_answer, gap_told, shift_change, hand_over, relief
   TO ${runner};
