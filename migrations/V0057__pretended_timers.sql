-- Why: a phone whose owner is overdue or forced hears after IN and OUT what any other phone would, and its timer is not touched.
-- What it was told of a time inside must be remembered, or its next IN or OUT, a reminder, or the quiet that should follow would
-- tell that nothing was done.
CREATE TABLE pretended_timer (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    alert_id   uuid NOT NULL REFERENCES alert,
    proven     boolean NOT NULL,
    begun_at   timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    remind_at  timestamptz,
    ended      boolean NOT NULL,
    CONSTRAINT a_phone_is_told_of_one_timer_of_a_kind UNIQUE (member_id, proven),
    CONSTRAINT only_a_pretended_timer_by_number_alone_reminds CHECK (remind_at IS NULL OR NOT proven AND NOT ended)
);
COMMENT ON TABLE pretended_timer IS 'What a phone in doubt was told of a time inside, begun by her number alone or by a proof: one row each since its words changed what it knows. Where there is none, it knows of the true timer. Rows go when a coordinator clears the member.';
COMMENT ON COLUMN pretended_timer.remind_at IS 'When it is to be reminded; null where it is not, or was.';
COMMENT ON COLUMN pretended_timer.ended IS 'Whether it believes that this time is over.';
CREATE INDEX pretended_timer_of_alert ON pretended_timer (alert_id);
CREATE INDEX pretended_timer_to_remind ON pretended_timer (remind_at) WHERE remind_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON pretended_timer TO ${runner};
