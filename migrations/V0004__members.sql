-- Why: the people of the organisation. A phone that is lost is barred by its number, not by its member, so that
-- loading the network again can never revive it; what a carrier refuses is kept apart from what is lost. Prepaid
-- numbers are given out again, so that a phone is hers is proven by a code, and anew after 90 days. What could tell
-- of a member, and of what she chose that is nearly all, is sealed.
CREATE TABLE member (
    id                   uuid PRIMARY KEY,
    alias                text NOT NULL,
    phone_index          bytea,
    phone_sealed         bytea,
    verified             boolean NOT NULL,
    verified_at          timestamptz,
    verified_by          text CONSTRAINT a_phone_is_verified_in_a_known_way CHECK (verified_by IN ('loader', 'code')),
    told_of_verification integer NOT NULL DEFAULT 0,
    language             text NOT NULL,
    roles                text[] NOT NULL,
    password_hash        text,
    made_at              timestamptz NOT NULL,
    retired_at           timestamptz,
    CONSTRAINT a_verified_phone_is_so_since_a_moment
        CHECK (NOT verified OR verified_at IS NOT NULL AND verified_by IS NOT NULL)
);
COMMENT ON TABLE member IS
    'A person of the organisation, known by an alias. A row is retired, never deleted, since timelines and dispatches refer to it.';
COMMENT ON COLUMN member.alias IS 'Made up, so it stands in the clear. Kept for good, since timelines name it.';
COMMENT ON COLUMN member.phone_index IS 'Keyed hash of her number, by which she is found.';
COMMENT ON COLUMN member.phone_sealed IS 'Her number, under the key of the house.';
COMMENT ON COLUMN member.verified IS 'Whether she was proven to have this number, and that proof still holds as far as it has been looked at.';
COMMENT ON COLUMN member.verified_at IS 'Since when; good for 90 days.';
COMMENT ON COLUMN member.verified_by IS 'code: it came back from the phone; loader: the network file vouches for it.';
COMMENT ON COLUMN member.told_of_verification IS 'How far she and her coordinators were told that it ends: 1 a week, 2 three days, 3 a day before, 4 that it is over.';
COMMENT ON COLUMN member.roles IS 'What she may do; empty once she is retired.';
COMMENT ON COLUMN member.password_hash IS 'Argon2id; null where she signs in by link alone.';
COMMENT ON COLUMN member.retired_at IS 'When she left; her number may then be another member''s.';
CREATE UNIQUE INDEX an_alias_names_one_member ON member (lower(alias));
CREATE UNIQUE INDEX a_phone_has_one_member ON member (phone_index) WHERE retired_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON member TO ${runner};

CREATE TABLE member_choices (
    member_id          uuid PRIMARY KEY REFERENCES member,
    quiet              text NOT NULL
                       CONSTRAINT a_responder_is_quiet_in_a_known_way CHECK (quiet IN ('never', 'at_night', 'always')),
    call_after_minutes integer
                       CONSTRAINT a_call_follows_a_text_within_half_an_hour
                       CHECK (call_after_minutes BETWEEN 1 AND 30),
    languages_sealed   bytea NOT NULL,
    areas_sealed       bytea NOT NULL,
    not_there_sealed   bytea NOT NULL,
    note_sealed        bytea NOT NULL,
    chosen_by          uuid REFERENCES member,
    chosen_at          timestamptz NOT NULL
);
COMMENT ON TABLE member_choices IS
    'How a responder chose to be asked. A row goes when she, or the file, chooses nothing any more.';
COMMENT ON COLUMN member_choices.quiet IS 'When she wants no call for what is not grave.';
COMMENT ON COLUMN member_choices.call_after_minutes IS 'How long after a text she is rung; null where the step says so.';
COMMENT ON COLUMN member_choices.languages_sealed IS 'What she speaks, under the key of the house, like all that is sealed here.';
COMMENT ON COLUMN member_choices.areas_sealed IS 'Where she can be soon.';
COMMENT ON COLUMN member_choices.not_there_sealed IS 'Where she will not go.';
COMMENT ON COLUMN member_choices.note_sealed IS 'What coordinators should know of it.';
COMMENT ON COLUMN member_choices.chosen_by IS 'Who chose on a page; null where only a network file has spoken. Once somebody has, no file changes it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON member_choices TO ${runner};

CREATE TABLE pin (
    member_id    uuid PRIMARY KEY REFERENCES member,
    pin_hash     text NOT NULL,
    duress_hash  text NOT NULL,
    wrong_tries  integer NOT NULL DEFAULT 0,
    barred_until timestamptz,
    kept_at      timestamptz NOT NULL
);
COMMENT ON TABLE pin IS
    'What a member proves herself by in a call, as slow hashes. One row a member, overwritten by a new PIN; it stays as long as she does.';
COMMENT ON COLUMN pin.pin_hash IS 'Argon2id.';
COMMENT ON COLUMN pin.duress_hash IS 'Of the PIN for duress, or of one nobody knows, so that nobody can tell whether there is one.';
COMMENT ON COLUMN pin.wrong_tries IS 'In a row; a try counts as wrong until it was compared.';
COMMENT ON COLUMN pin.barred_until IS 'An hour after the fifth wrong one.';
COMMENT ON COLUMN pin.kept_at IS 'When this PIN was set; a try at an older one counts for nothing.';
GRANT SELECT, INSERT, UPDATE, DELETE ON pin TO ${runner};

CREATE TABLE barred_phone (
    number_index bytea NOT NULL,
    reason       text NOT NULL CONSTRAINT a_phone_is_barred_for_a_known_reason CHECK (reason = 'lost'),
    barred_at    timestamptz NOT NULL,
    actor        text NOT NULL,
    CONSTRAINT a_phone_is_barred_once_for_a_reason PRIMARY KEY (number_index, reason)
);
COMMENT ON TABLE barred_phone IS
    'Phones of responders that are lost or seized: nothing is sent to them. A row goes when the phone is called found and proven, or found within the hour by a second coordinator.';
COMMENT ON COLUMN barred_phone.number_index IS 'Keyed hash of the number: the bar lies on it, whoever has it.';
COMMENT ON COLUMN barred_phone.actor IS 'Who said so: a member, or the gateway.';
GRANT SELECT, INSERT, DELETE ON barred_phone TO ${runner};

CREATE TABLE refused_phone (
    number_index bytea PRIMARY KEY,
    since        timestamptz NOT NULL
);
COMMENT ON TABLE refused_phone IS
    'Phones of responders that their carrier lets us text no more. A row goes when a text is delivered, the phone is verified anew, or a coordinator says that it is well.';
COMMENT ON COLUMN refused_phone.number_index IS 'The keyed index of the number; goes with its row.';
COMMENT ON COLUMN refused_phone.since IS 'When the carrier first refused; goes with its row.';
GRANT SELECT, INSERT, DELETE ON refused_phone TO ${runner};

CREATE TABLE found_phone (
    member_id     uuid PRIMARY KEY REFERENCES member,
    said_by       uuid NOT NULL REFERENCES member,
    reason_sealed bytea NOT NULL,
    said_at       timestamptz NOT NULL
);
COMMENT ON TABLE found_phone IS
    'Lost phones that a coordinator calls found, until a code proves it. A row goes when the code comes back, or is replaced when it is said again.';
COMMENT ON COLUMN found_phone.member_id IS 'Whose phone it is; goes with its row.';
COMMENT ON COLUMN found_phone.said_by IS 'The coordinator who says so; goes with its row.';
COMMENT ON COLUMN found_phone.reason_sealed IS 'Why, sealed under the key of the house; goes with its row.';
COMMENT ON COLUMN found_phone.said_at IS 'When; the code counts for a day. Goes with its row.';
GRANT SELECT, INSERT, UPDATE, DELETE ON found_phone TO ${runner};

CREATE TABLE verification (
    member_id   uuid NOT NULL REFERENCES member,
    asked_at    timestamptz NOT NULL,
    phone_index bytea NOT NULL,
    code_index  bytea NOT NULL,
    expires_at  timestamptz NOT NULL,
    wrong       integer NOT NULL DEFAULT 0,
    ended_at    timestamptz,
    ended       text CONSTRAINT a_verification_ends_in_a_known_way CHECK (ended IN ('given', 'replaced', 'spent')),
    CONSTRAINT a_verification_that_ended_did_so_in_some_way CHECK ((ended_at IS NULL) = (ended IS NULL)),
    PRIMARY KEY (member_id, asked_at)
);
COMMENT ON TABLE verification IS
    'Codes that were sent to members'' phones to prove that they are theirs: three a member and day at most. Rows stay.';
COMMENT ON COLUMN verification.phone_index IS 'Which number was to be proven; another one is proven anew.';
COMMENT ON COLUMN verification.code_index IS 'Keyed hash of member and code.';
COMMENT ON COLUMN verification.wrong IS 'How often something else came back; three end it.';
COMMENT ON COLUMN verification.ended IS 'given: it came back; replaced: by the next; spent: three wrong ones, or a day.';
CREATE UNIQUE INDEX one_code_at_a_time_proves_a_phone ON verification (member_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON verification TO ${runner};

CREATE TABLE warning (
    id        uuid PRIMARY KEY,
    member_id uuid NOT NULL REFERENCES member,
    kind      text NOT NULL
              CONSTRAINT a_warning_is_of_a_known_kind
              CHECK (kind IN ('opted_out', 'opted_in', 'refused', 'untold', 'unreached')),
    made_at   timestamptz NOT NULL,
    seen_by   uuid REFERENCES member,
    seen_at   timestamptz,
    CONSTRAINT whoever_saw_a_warning_is_known CHECK ((seen_by IS NULL) = (seen_at IS NULL))
);
COMMENT ON TABLE warning IS
    'What stands on the coordinators'' board until one of them has seen it. Rows stay, and say who saw them.';
COMMENT ON COLUMN warning.kind IS 'What it is about.';
COMMENT ON COLUMN warning.seen_by IS 'Who saw it. The row stays.';
CREATE UNIQUE INDEX a_warning_stands_once_until_it_is_seen ON warning (member_id, kind) WHERE seen_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON warning TO ${runner};
