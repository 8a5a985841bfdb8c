-- Why: a phone somebody reached us from is not a person: it may be borrowed, and the police may have it. A person who
-- chose to be known may choose how she is answered, leave a safe word, and a card for whoever helps her, all sealed
-- under a key of her own, so that withdrawing erases it. This stands behind the members, since an enrolment names the
-- coordinator who was beside her.
CREATE TABLE enrolment (
    id                 uuid PRIMARY KEY,
    alias_sealed       bytea NOT NULL,
    language           text NOT NULL,
    latin_only         boolean NOT NULL,
    reply_mode         text NOT NULL
                       CONSTRAINT an_enrolled_reply_mode_is_known CHECK (reply_mode IN ('silent', 'cover', 'plain')),
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
    CONSTRAINT a_card_is_kept_whole
        CHECK ((medicine_sealed IS NULL) = (children_sealed IS NULL)
                 AND (medicine_sealed IS NULL) = (to_tell_sealed IS NULL)
                 AND (medicine_sealed IS NULL) = (lawyer_sealed IS NULL))
);
COMMENT ON TABLE enrolment IS
    'What a person chose, by her own wish, with a coordinator beside her. Words are hashed, then sealed. A row goes when she withdraws, with its key.';
COMMENT ON COLUMN enrolment.alias_sealed IS 'All that is sealed here is under the key of this enrolment.';
COMMENT ON COLUMN enrolment.latin_only IS 'Her phone shows Latin letters only.';
COMMENT ON COLUMN enrolment.reply_mode IS 'How she may be answered.';
COMMENT ON COLUMN enrolment.replies_at_night IS 'Whether also from 21:00 to 07:00.';
COMMENT ON COLUMN enrolment.call_back IS 'Whether she is rung back after a flash.';
COMMENT ON COLUMN enrolment.consents IS 'What she agreed to, by the pack''s ids.';
COMMENT ON COLUMN enrolment.tag_index IS 'Keyed hash of her tag, by which she is found.';
COMMENT ON COLUMN enrolment.safe_word_sealed IS 'Its slow hash, sealed.';
COMMENT ON COLUMN enrolment.duress_word_sealed IS 'The same of her word for duress, or of nobody''s word where she chose none.';
COMMENT ON COLUMN enrolment.medicine_sealed IS 'The card, with the three columns behind it: only an unresolved alert opens it.';
COMMENT ON COLUMN enrolment.enrolled_by IS 'The coordinator beside her.';
GRANT SELECT, INSERT, UPDATE, DELETE ON enrolment TO ${runner};

CREATE TABLE contact_point (
    id                 uuid PRIMARY KEY,
    number_index       bytea CONSTRAINT a_number_is_known_once UNIQUE,
    number_sealed      bytea,
    enrolment_id       uuid REFERENCES enrolment,
    language           text,
    reply_mode         text CONSTRAINT a_reply_mode_is_known CHECK (reply_mode IN ('silent', 'cover', 'plain')),
    latin_only         boolean NOT NULL DEFAULT false,
    replies_at_night   boolean NOT NULL DEFAULT false,
    call_back          boolean NOT NULL DEFAULT false,
    borrowed           boolean NOT NULL DEFAULT false,
    tagged             boolean NOT NULL DEFAULT false,
    blocked_by_carrier boolean NOT NULL DEFAULT false,
    presumed_seized    boolean NOT NULL DEFAULT false,
    seized_changed_at  timestamptz,
    first_heard_at     timestamptz,
    last_heard_at      timestamptz,
    CONSTRAINT only_an_enrolled_phone_has_wishes
        CHECK ((enrolment_id IS NULL) = (reply_mode IS NULL) AND (enrolment_id IS NULL) = (language IS NULL)
                 AND (enrolment_id IS NOT NULL OR NOT (latin_only OR replies_at_night OR call_back)))
);
COMMENT ON TABLE contact_point IS
    'A phone someone reached us from, or was enrolled with and not heard from yet. A row goes when its owner withdraws and none of its alerts can still be read; one that is erased loses its key and number and stays, since alerts refer to it.';
COMMENT ON COLUMN contact_point.number_index IS 'Keyed hash of the number; null where it was withheld or odd, so that such senders never join one another.';
COMMENT ON COLUMN contact_point.number_sealed IS 'The number, under the key of this contact point.';
COMMENT ON COLUMN contact_point.enrolment_id IS 'Whose phone it is, if an enrolled person''s; what she chose stands in the columns behind it too, so that a text is taken in with one look.';
COMMENT ON COLUMN contact_point.reply_mode IS 'Null: as the hotline answers strangers.';
COMMENT ON COLUMN contact_point.borrowed IS 'Somebody else''s phone: a person''s tag came from it. Its owner is told nothing.';
COMMENT ON COLUMN contact_point.tagged IS 'A tag that is not its owner''s own came from it, known or not: the gateway answers it no more and calls it back no more. Ends with a new enrolment; the row goes as a borrowed phone''s does.';
COMMENT ON COLUMN contact_point.blocked_by_carrier IS 'The carrier lets us text it no more.';
COMMENT ON COLUMN contact_point.presumed_seized IS 'Somebody who holds it may be with the police: nothing goes there until a human lifts it.';
COMMENT ON COLUMN contact_point.seized_changed_at IS 'When that was last presumed or lifted.';
COMMENT ON COLUMN contact_point.first_heard_at IS 'Null until it was heard from.';
CREATE INDEX contact_point_of_enrolment ON contact_point (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX contact_point_borrowed ON contact_point (id) WHERE borrowed AND number_sealed IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_point TO ${runner};
