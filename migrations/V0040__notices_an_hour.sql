-- Why: a coordinator's phone that is told of everything is switched off by midnight. At most 20 notices an hour now go to a
-- phone; what must be known at once is never held; and what a phone number alone can cause is told once in ten minutes, or
-- whoever forges senders decides how often the coordinators are woken.
ALTER TABLE notice
    ADD COLUMN urgency  text NOT NULL DEFAULT 'held' CONSTRAINT a_notice_has_a_known_urgency
                        CHECK (urgency IN ('at_once', 'held', 'number_alone')),
    ADD COLUMN about_id uuid REFERENCES member,
    ADD CONSTRAINT what_a_number_alone_causes_is_about_its_member CHECK (urgency <> 'number_alone' OR about_id IS NOT NULL);
COMMENT ON COLUMN notice.urgency IS 'at_once is never held; of held 20 texts an hour are sent, the rest is told as a count; number_alone is told once in ten minutes. Goes with its row.';
COMMENT ON COLUMN notice.about_id IS 'Whose number caused it, so that the same is not left twice before it is told. Goes with its row.';
CREATE INDEX notice_told ON notice (member_id, told_at) WHERE message_id IS NOT NULL;
