-- Why: a 2xx to a carrier means that this is committed. The carrier's id is kept as a keyed index, so that the same
-- webhook twice changes nothing. An envelope becomes a report, words of a member, a reply, or a machine's text that
-- wakes nobody; a text nobody could read has a deadline, and what a text names is for a human to confirm. None of
-- this may wait in a process: each is a row that says what is due.
CREATE TABLE envelope (
    id                 uuid PRIMARY KEY,
    carrier_account_id uuid NOT NULL REFERENCES carrier_account,
    carrier_id_index   bytea NOT NULL,
    hotline_id         uuid REFERENCES hotline,
    contact_point_id   uuid,
    member_id          uuid REFERENCES member,
    unknown_to_sealed  bytea,
    by_call            boolean NOT NULL DEFAULT false,
    pictured           boolean NOT NULL DEFAULT false,
    kept_aside         boolean NOT NULL DEFAULT false,
    received_at        timestamptz NOT NULL,
    CONSTRAINT a_carriers_id_is_taken_in_once UNIQUE (carrier_account_id, carrier_id_index),
    CONSTRAINT an_envelope_is_of_a_contact_point_or_a_member_or_kept_aside
        CHECK (contact_point_id IS NOT NULL OR member_id IS NOT NULL OR kept_aside)
);
COMMENT ON TABLE envelope IS 'What a carrier delivered, once. Rows stay; they hold no words.';
COMMENT ON COLUMN envelope.carrier_id_index IS 'Keyed hash of the carrier''s id, so that the same webhook twice changes nothing.';
COMMENT ON COLUMN envelope.hotline_id IS 'Null where the number that was texted is none of ours.';
COMMENT ON COLUMN envelope.contact_point_id IS 'No reference: contact points are erased.';
COMMENT ON COLUMN envelope.unknown_to_sealed IS 'The number that was texted, where it is none of ours, under the key of the house.';
COMMENT ON COLUMN envelope.by_call IS 'A call, not a text.';
COMMENT ON COLUMN envelope.pictured IS 'The carrier said that pictures came with it. We fetch none and keep no address of one.';
COMMENT ON COLUMN envelope.kept_aside IS 'A machine''s text, or one of a muted number, that opened nothing: see machine_text.';
GRANT SELECT, INSERT ON envelope TO ${runner};

CREATE TABLE report (
    id               uuid PRIMARY KEY,
    envelope_id      uuid NOT NULL REFERENCES envelope,
    alert_id         uuid NOT NULL REFERENCES alert,
    contact_point_id uuid NOT NULL,
    code             text NOT NULL,
    words_sealed     bytea NOT NULL,
    reported_at      timestamptz NOT NULL,
    while_seized     boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE report IS
    'What one reporter told us, once. Goes with its alert, which stays; her words go with its key.';
COMMENT ON COLUMN report.code IS 'As it was read; a human who codes it changes it.';
COMMENT ON COLUMN report.words_sealed IS 'Her words, under the alert''s key.';
COMMENT ON COLUMN report.while_seized IS 'Somebody else may have written it: the phone was presumed seized.';
CREATE INDEX report_of_alert ON report (alert_id);
GRANT SELECT, INSERT ON report TO ${runner};

-- A human who codes a report changes its code, and nothing else of it.
GRANT UPDATE (code) ON report TO ${runner};

CREATE TABLE unread (
    report_id    uuid PRIMARY KEY REFERENCES report,
    alert_id     uuid NOT NULL REFERENCES alert,
    guess_sealed bytea NOT NULL,
    since        timestamptz NOT NULL,
    missed       integer NOT NULL DEFAULT 0,
    due_at       timestamptz,
    read_by      uuid REFERENCES member,
    CONSTRAINT an_unread_report_has_a_deadline CHECK ((read_by IS NULL) = (due_at IS NOT NULL))
);
COMMENT ON TABLE unread IS
    'A report that was not understood, until a human has read and coded it; it climbs at due_at, again and again. Goes with its report, which stays.';
COMMENT ON COLUMN unread.guess_sealed IS 'What the codebook made of it, under the alert''s key.';
COMMENT ON COLUMN unread.missed IS 'How many deadlines it has missed.';
COMMENT ON COLUMN unread.due_at IS 'When everybody is asked again; null once it was read.';
COMMENT ON COLUMN unread.read_by IS 'Who read and coded it.';
CREATE INDEX unread_due ON unread (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX unread_of_alert ON unread (alert_id);
GRANT SELECT, INSERT, UPDATE ON unread TO ${runner};

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
COMMENT ON TABLE member_text IS
    'Words from a member''s phone that were no reply. A row goes with its alert; one that belongs to none goes when words are deleted by age.';
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

CREATE TABLE proposal (
    id                uuid PRIMARY KEY,
    alert_id          uuid NOT NULL REFERENCES alert,
    report_id         uuid REFERENCES report,
    member_text_id    uuid REFERENCES member_text,
    kind              text NOT NULL
                      CONSTRAINT a_proposal_is_of_a_known_kind
                      CHECK (kind IN ('stage', 'harm', 'need', 'safe', 'place', 'people')),
    what_sealed       bytea NOT NULL,
    instead_of_sealed bytea NOT NULL,
    doubted           boolean NOT NULL DEFAULT false,
    proposed_at       timestamptz NOT NULL,
    decided           text CONSTRAINT a_proposal_is_confirmed_or_declined CHECK (decided IN ('confirmed', 'declined')),
    decided_by        uuid REFERENCES member,
    decided_at        timestamptz,
    CONSTRAINT whoever_decides_a_proposal_is_known
        CHECK ((decided IS NULL) = (decided_by IS NULL) AND (decided IS NULL) = (decided_at IS NULL)),
    CONSTRAINT a_report_or_a_members_text_proposes CHECK ((report_id IS NULL) <> (member_text_id IS NULL))
);
COMMENT ON TABLE proposal IS
    'What a report or a member''s text names and a human has yet to confirm; the ids are the pack''s. Goes with its alert, which stays.';
COMMENT ON COLUMN proposal.member_text_id IS 'The text from a member''s phone that named it, where no report did. It goes with the proposal.';
COMMENT ON COLUMN proposal.kind IS 'What is named.';
COMMENT ON COLUMN proposal.what_sealed IS 'The pack''s id, under the alert''s key: whether she gave her safe word is not for whoever takes the disk.';
COMMENT ON COLUMN proposal.instead_of_sealed IS 'What stands now, that it would replace.';
COMMENT ON COLUMN proposal.doubted IS 'Whether the phone might have been with the police when the words came: presumed seized, lost, or its owner overdue or forced. Goes with its row.';
COMMENT ON COLUMN proposal.decided_by IS 'Who confirmed or declined it.';
CREATE INDEX proposal_of_alert ON proposal (alert_id);
GRANT SELECT, INSERT, UPDATE ON proposal TO ${runner};

CREATE TABLE later_text (
    report_id uuid NOT NULL REFERENCES report,
    member_id uuid NOT NULL REFERENCES member,
    alert_id  uuid NOT NULL REFERENCES alert,
    told_at   timestamptz,
    PRIMARY KEY (report_id, member_id)
);
COMMENT ON TABLE later_text IS
    'Reports that a responder who was asked has still to be told of, and when she was. A row goes untold when she is asked no more, or was asked again since; told ones stay.';
COMMENT ON COLUMN later_text.told_at IS 'When she was told; null while she waits.';
CREATE INDEX later_text_untold ON later_text (alert_id, member_id) WHERE told_at IS NULL;
CREATE INDEX later_text_of_member ON later_text (alert_id, member_id, told_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON later_text TO ${runner};

CREATE TABLE safe_word_try (
    report_id    uuid PRIMARY KEY REFERENCES report,
    enrolment_id uuid NOT NULL,
    asked_afresh boolean NOT NULL,
    began_at     timestamptz NOT NULL
);
COMMENT ON TABLE safe_word_try IS
    'Texts that say "safe", whose word nobody has looked at yet. A row goes as soon as its word was compared, and counts as a wrong word once it is 20 seconds old.';
COMMENT ON COLUMN safe_word_try.report_id IS 'The text; its sealed words hold the word.';
COMMENT ON COLUMN safe_word_try.enrolment_id IS 'Whose words it is compared with. No foreign key: whoever withdraws takes her words along.';
COMMENT ON COLUMN safe_word_try.asked_afresh IS 'Everybody was asked afresh already when the text came, so a wrong word asks nobody again.';
COMMENT ON COLUMN safe_word_try.began_at IS 'When the text came.';
CREATE INDEX safe_word_try_by_age ON safe_word_try (began_at, report_id);
GRANT SELECT, INSERT, DELETE ON safe_word_try TO ${runner};

CREATE TABLE seen_signature (
    signature_index bytea PRIMARY KEY,
    seen_at         timestamptz NOT NULL
);
COMMENT ON TABLE seen_signature IS
    'With which signatures texts came, so that none counts twice. Rows go 90 days after they were seen.';
COMMENT ON COLUMN seen_signature.signature_index IS 'The signature as a keyed hash; the signature itself is not kept.';
COMMENT ON COLUMN seen_signature.seen_at IS 'When it was first seen; 90 days later the row goes.';
CREATE INDEX seen_signature_by_age ON seen_signature (seen_at);
GRANT SELECT, INSERT, DELETE ON seen_signature TO ${runner};

CREATE TABLE machine_text (
    id            uuid PRIMARY KEY,
    envelope_id   uuid NOT NULL REFERENCES envelope,
    sender_index  bytea NOT NULL,
    sender_sealed bytea NOT NULL,
    words_sealed  bytea NOT NULL,
    muted         boolean NOT NULL,
    said_at       timestamptz NOT NULL,
    due_at        timestamptz,
    read_by       uuid REFERENCES member,
    read_at       timestamptz,
    CONSTRAINT a_machine_text_is_read_by_somebody CHECK ((read_by IS NULL) = (read_at IS NULL)),
    CONSTRAINT only_an_unread_machine_text_has_a_deadline CHECK (due_at IS NULL OR (read_at IS NULL AND NOT muted))
);
COMMENT ON TABLE machine_text IS
    'A text of a machine, or of a muted number, that opened nothing. A row goes 30 days after it was read, or came while muted; at once when a coordinator opens an alert by it. What nobody has read stays.';
COMMENT ON COLUMN machine_text.sender_index IS 'Keyed hash of the sender.';
COMMENT ON COLUMN machine_text.sender_sealed IS 'The sender, under the key of the house.';
COMMENT ON COLUMN machine_text.words_sealed IS 'The words, under the key of the house.';
COMMENT ON COLUMN machine_text.muted IS 'Its sender was muted when it came, or since.';
COMMENT ON COLUMN machine_text.due_at IS 'When the coordinators are told that it is unread; null once they were, once it is read, and while its sender is muted.';
CREATE INDEX machine_text_due ON machine_text (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX machine_text_unread ON machine_text (said_at, id) WHERE read_at IS NULL AND NOT muted;
CREATE INDEX machine_text_of_sender ON machine_text (sender_index, said_at);
CREATE INDEX machine_text_by_age ON machine_text (said_at) WHERE muted OR read_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON machine_text TO ${runner};

CREATE TABLE mute (
    id            uuid PRIMARY KEY,
    sender_index  bytea NOT NULL CONSTRAINT a_sender_is_muted_once UNIQUE,
    sender_sealed bytea NOT NULL,
    is_number     boolean NOT NULL,
    muted_by      uuid NOT NULL REFERENCES member,
    muted_at      timestamptz NOT NULL,
    texts         bigint NOT NULL DEFAULT 0,
    last_text_at  timestamptz NOT NULL
);
COMMENT ON TABLE mute IS
    'A sender whose texts a coordinator knows to be no cries. A row goes when a coordinator ends it; a number''s also 30 days after its last text, since numbers are given out again.';
COMMENT ON COLUMN mute.sender_index IS 'How the sender is found without opening the seal. Goes with its row.';
COMMENT ON COLUMN mute.sender_sealed IS 'The sender, under the key of the house.';
COMMENT ON COLUMN mute.is_number IS 'Whether it is a phone number, whose mute ends by itself. Goes with its row.';
COMMENT ON COLUMN mute.texts IS 'How many texts it has kept from the unread list.';
COMMENT ON COLUMN mute.last_text_at IS 'When a text of this sender last came.';
CREATE INDEX mute_by_last_text ON mute (last_text_at, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mute TO ${runner};

CREATE TABLE cover_reply (
    alert_id         uuid PRIMARY KEY REFERENCES alert,
    contact_point_id uuid NOT NULL,
    hotline_id       uuid NOT NULL REFERENCES hotline,
    due_at           timestamptz,
    decided          text CONSTRAINT a_cover_reply_is_sent_or_withheld CHECK (decided IN ('sent', 'withheld')),
    CONSTRAINT a_cover_reply_is_due_until_it_is_decided CHECK ((decided IS NULL) = (due_at IS NOT NULL))
);
COMMENT ON TABLE cover_reply IS
    'The one neutral reply an alert may have, after a random 30 to 120 seconds. It is decided twice: when the alert opens, and when its moment has come. Goes with its alert, which stays.';
COMMENT ON COLUMN cover_reply.due_at IS 'When it is decided; null once it was.';
CREATE INDEX cover_reply_due ON cover_reply (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON cover_reply TO ${runner};

CREATE TABLE witness_reply (
    alert_id         uuid PRIMARY KEY REFERENCES alert,
    contact_point_id uuid NOT NULL,
    hotline_id       uuid NOT NULL REFERENCES hotline,
    due_at           timestamptz,
    decided          text CONSTRAINT a_witness_reply_is_sent_or_withheld CHECK (decided IN ('sent', 'withheld')),
    CONSTRAINT a_witness_reply_is_due_until_it_is_decided CHECK ((decided IS NULL) = (due_at IS NOT NULL))
);
COMMENT ON TABLE witness_reply IS
    'The one text by which a witness who agreed to it hears that somebody has it, after a random 30 to 120 seconds: decided when it is taken, and when its moment has come. Goes with its alert, which stays.';
COMMENT ON COLUMN witness_reply.due_at IS 'When it is decided; null once it was.';
CREATE INDEX witness_reply_due ON witness_reply (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON witness_reply TO ${runner};

CREATE TABLE erasure (
    alert_id    uuid PRIMARY KEY REFERENCES alert,
    resolved_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL
);
COMMENT ON TABLE erasure IS
    'Alerts to be erased; one that was reopened since resolved_at is let be. A row goes when its moment has come.';
COMMENT ON COLUMN erasure.resolved_at IS 'When the alert had been resolved as this was planned.';
CREATE INDEX erasure_due ON erasure (due_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON erasure TO ${runner};
