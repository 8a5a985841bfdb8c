-- Why: a person who chose to be known may choose how she is answered, leave a safe word, and leave a card for whoever helps
-- her. All of it that could name her is sealed under a key of her enrolment, so that withdrawing erases it. A short tag
-- lets her report from any phone; that phone is then borrowed, and its owner is told nothing.
CREATE TABLE enrolment (
    id                 uuid PRIMARY KEY,
    alias_sealed       bytea NOT NULL,
    language           text NOT NULL,
    latin_only         boolean NOT NULL,
    reply_mode         text NOT NULL CONSTRAINT an_enrolled_reply_mode_is_known
                       CHECK (reply_mode IN ('silent', 'cover', 'plain')),
    replies_at_night   boolean NOT NULL,
    call_back          boolean NOT NULL,
    consents           text[] NOT NULL,
    tag_index          bytea CONSTRAINT a_tag_names_one_person UNIQUE,
    tag_sealed         bytea,
    safe_word_sealed   bytea,
    duress_word_sealed bytea,
    medicine_sealed    bytea,
    children_sealed    bytea,
    to_tell_sealed     bytea,
    lawyer_sealed      bytea,
    enrolled_by        uuid NOT NULL REFERENCES member,
    enrolled_at        timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    CONSTRAINT a_tag_is_indexed_and_sealed CHECK ((tag_index IS NULL) = (tag_sealed IS NULL)),
    CONSTRAINT both_words_are_kept_or_neither CHECK ((safe_word_sealed IS NULL) = (duress_word_sealed IS NULL)),
    CONSTRAINT a_card_is_kept_whole CHECK ((medicine_sealed IS NULL) = (children_sealed IS NULL)
        AND (medicine_sealed IS NULL) = (to_tell_sealed IS NULL) AND (medicine_sealed IS NULL) = (lawyer_sealed IS NULL))
);
COMMENT ON TABLE enrolment IS 'What a person chose, by her own wish, with a coordinator beside her. Words are hashed, then sealed.';
GRANT SELECT, INSERT, UPDATE, DELETE ON enrolment TO ${runner};

-- What an enrolled person chose stands beside her phones too, so that a text is taken in with one look.
ALTER TABLE contact_point
    ADD COLUMN enrolment_id     uuid REFERENCES enrolment,
    ADD COLUMN latin_only       boolean NOT NULL DEFAULT false,
    ADD COLUMN replies_at_night boolean NOT NULL DEFAULT false,
    ADD COLUMN call_back        boolean NOT NULL DEFAULT false,
    ADD COLUMN borrowed         boolean NOT NULL DEFAULT false,
    ALTER COLUMN first_heard_at DROP NOT NULL,
    ALTER COLUMN last_heard_at  DROP NOT NULL,
    ADD CONSTRAINT only_an_enrolled_phone_has_wishes CHECK ((enrolment_id IS NULL) = (reply_mode IS NULL)
        AND (enrolment_id IS NULL) = (language IS NULL)
        AND (enrolment_id IS NOT NULL OR NOT (latin_only OR replies_at_night OR call_back)));
COMMENT ON TABLE contact_point IS 'A phone someone reached us from, or was enrolled with and not heard from yet. No reply_mode: as the hotline answers strangers.';
CREATE INDEX contact_point_of_enrolment ON contact_point (enrolment_id) WHERE enrolment_id IS NOT NULL;

-- Whom an alert is about, where that is known. No foreign key: withdrawing takes the enrolment away, and the id, which the
-- timeline tells too, then names nobody.
ALTER TABLE alert
    ADD COLUMN enrolment_id  uuid,
    ADD COLUMN silence_asked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN alert.silence_asked IS 'A text of this alert asked that nobody reply or ring, whatever else it said.';

-- Whoever reads a later text must know that somebody else may have written it.
ALTER TABLE report ADD COLUMN while_seized boolean NOT NULL DEFAULT false;
