-- Why: a responder answers as people write ("ok thx on my way"). Such a text was taken for a report from her own phone: it opened
-- an alert and nobody asked her any more. It is words: kept where a member reads them, answered once, and it changes nothing.
CREATE TABLE member_text (
    id           uuid PRIMARY KEY,
    envelope_id  uuid NOT NULL REFERENCES envelope,
    member_id    uuid NOT NULL REFERENCES member,
    alert_id     uuid REFERENCES alert,
    words_sealed bytea NOT NULL,
    automatic    boolean NOT NULL,
    said_at      timestamptz NOT NULL,
    due_at       timestamptz,
    answered     boolean NOT NULL DEFAULT false,
    read_by      uuid REFERENCES member,
    read_at      timestamptz,
    CONSTRAINT whoever_read_a_members_text_is_known CHECK ((read_by IS NULL) = (read_at IS NULL)),
    CONSTRAINT only_an_unread_text_has_a_deadline CHECK (due_at IS NULL OR read_at IS NULL)
);
COMMENT ON TABLE member_text IS 'Words from a member''s phone that were no reply. A row goes with its alert; one that belongs to none goes when words are deleted by age.';
COMMENT ON COLUMN member_text.alert_id IS 'The alert she has, or was asked for; null where there is none.';
COMMENT ON COLUMN member_text.words_sealed IS 'Under the alert''s key; under the house''s where the words belong to no alert. With the key the words are gone.';
COMMENT ON COLUMN member_text.automatic IS 'A machine wrote it: an automatic answer, or a reaction that quotes us. It has no deadline.';
COMMENT ON COLUMN member_text.due_at IS 'When the coordinators are told that it is unread; null once they were, once it is read, and for what a machine wrote.';
COMMENT ON COLUMN member_text.answered IS 'Whether it was answered: one of her texts is, in ten minutes.';
COMMENT ON COLUMN member_text.read_by IS 'The member who said on the page that it is read.';
CREATE INDEX member_text_due ON member_text (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX member_text_unread ON member_text (said_at) WHERE read_at IS NULL;
CREATE INDEX member_text_of_alert ON member_text (alert_id);
CREATE INDEX member_text_of_member ON member_text (member_id, said_at);
GRANT SELECT, INSERT, UPDATE ON member_text TO ${runner};
