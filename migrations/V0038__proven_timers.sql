-- Why: senders can be forged and phones are seized. A timer that a number alone began reminds and rings coordinators, and no
-- more; one that she began with the code of an alert she has, a PIN or on her page keeps her phone quiet until she proves that
-- she is out, or a coordinator clears it. A member may have one of each at a time. What stands when this is landed counts as
-- proven: to say too little to a phone in a station harms least.
ALTER TABLE safety_timer ADD COLUMN proven boolean NOT NULL DEFAULT true;
ALTER TABLE safety_timer ALTER COLUMN proven DROP DEFAULT;
COMMENT ON COLUMN safety_timer.proven IS 'Whether more than her number began it: a code, a PIN or her page. Kept as long as its row.';

DROP INDEX a_member_has_one_timer_of_a_kind;
CREATE UNIQUE INDEX a_member_has_one_timer_of_a_kind ON safety_timer (member_id, kind, proven)
    WHERE ended_at IS NULL AND cleared_at IS NULL;
ALTER TABLE safety_timer DROP CONSTRAINT an_overdue_timer_is_cleared_and_never_ended;
ALTER TABLE safety_timer ADD CONSTRAINT an_overdue_proven_timer_is_cleared_and_never_ended
    CHECK (overdue_at IS NULL OR ended_at IS NULL OR NOT proven);
