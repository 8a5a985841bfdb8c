-- Why: prepaid numbers are given out again. That a phone is hers is proven by a code that goes to it and comes back, and
-- holds for 90 days; then it is proven anew. Whoever cannot be reached by text stands on the board instead.
ALTER TABLE member
    ADD COLUMN verified_at          timestamptz,
    ADD COLUMN verified_by          text CONSTRAINT a_phone_is_verified_in_a_known_way CHECK (verified_by IN ('loader', 'code')),
    ADD COLUMN told_of_verification integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN member.told_of_verification IS 'How far she and her coordinators were told that it ends: 1 a week, 2 three days, 3 a day before, 4 that it is over.';
-- What stood as verified before is so from now on.
UPDATE member
   SET verified_at = now(), verified_by = 'loader'
 WHERE verified;
ALTER TABLE member ADD CONSTRAINT a_verified_phone_is_so_since_a_moment
    CHECK (NOT verified OR verified_at IS NOT NULL AND verified_by IS NOT NULL);

CREATE TABLE verification (
    member_id   uuid NOT NULL REFERENCES member,
    asked_at    timestamptz NOT NULL,
    phone_index bytea NOT NULL,
    code_index  bytea NOT NULL,
    expires_at  timestamptz NOT NULL,
    wrong       integer NOT NULL DEFAULT 0,
    ended_at    timestamptz,
    ended       text CONSTRAINT a_verification_ends_in_a_known_way CHECK (ended IN ('given', 'replaced', 'spent')),
    PRIMARY KEY (member_id, asked_at),
    CONSTRAINT a_verification_that_ended_did_so_in_some_way CHECK ((ended_at IS NULL) = (ended IS NULL))
);
COMMENT ON TABLE verification IS 'Codes that were sent to members'' phones to prove that they are theirs.';
CREATE UNIQUE INDEX one_code_at_a_time_proves_a_phone ON verification (member_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON verification TO ${runner};

ALTER TABLE warning DROP CONSTRAINT a_warning_is_of_a_known_kind;
ALTER TABLE warning ADD CONSTRAINT a_warning_is_of_a_known_kind
    CHECK (kind IN ('opted_out', 'opted_in', 'untold', 'unreached'));
