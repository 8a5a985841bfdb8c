-- Why: what a later text names is for a human to confirm; a text nobody could read has a deadline; two alerts may turn out
-- to be one; a phone whose carrier no longer lets us text it is never texted again; and what came to us by mistake is
-- erased. None of this may wait in a process: each is a row that says what is due.
CREATE TABLE proposal (
    id                uuid PRIMARY KEY,
    alert_id          uuid NOT NULL REFERENCES alert,
    report_id         uuid NOT NULL REFERENCES report,
    kind              text NOT NULL CONSTRAINT a_proposal_is_of_a_known_kind
                      CHECK (kind IN ('stage', 'harm', 'need', 'safe', 'place', 'people')),
    -- Under the alert's key: whether she gave her safe word is not for whoever takes the disk.
    what_sealed       bytea NOT NULL,
    instead_of_sealed bytea NOT NULL,
    proposed_at       timestamptz NOT NULL,
    decided           text CONSTRAINT a_proposal_is_confirmed_or_declined CHECK (decided IN ('confirmed', 'declined')),
    decided_by        uuid REFERENCES member,
    decided_at        timestamptz,
    CONSTRAINT whoever_decides_a_proposal_is_known
        CHECK ((decided IS NULL) = (decided_by IS NULL) AND (decided IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE proposal IS 'What a report names and a human has yet to confirm; the ids are the pack''s.';
CREATE INDEX proposal_of_alert ON proposal (alert_id);

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
COMMENT ON TABLE unread IS 'A report that was not understood, until a human has read and coded it; it climbs at due_at, again and again.';
CREATE INDEX unread_due ON unread (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX unread_of_alert ON unread (alert_id);
GRANT UPDATE (code) ON report TO ${runner};

CREATE TABLE later_text (
    report_id uuid NOT NULL REFERENCES report,
    member_id uuid NOT NULL REFERENCES member,
    alert_id  uuid NOT NULL REFERENCES alert,
    told_at   timestamptz,
    PRIMARY KEY (report_id, member_id)
);
COMMENT ON TABLE later_text IS 'Reports that a responder who was asked has still to be told of, and when she was.';
CREATE INDEX later_text_untold ON later_text (alert_id, member_id) WHERE told_at IS NULL;
CREATE INDEX later_text_of_member ON later_text (alert_id, member_id, told_at);

-- merged_into is what a coordinator said; survivor_id is where that leads after all merging.
ALTER TABLE alert ADD COLUMN merged_into uuid REFERENCES alert;
ALTER TABLE alert ADD COLUMN survivor_id uuid REFERENCES alert;
ALTER TABLE alert ADD COLUMN erased_at timestamptz;
ALTER TABLE alert ADD CONSTRAINT a_merged_alert_has_a_survivor_and_is_over
    CHECK ((merged_into IS NULL) = (survivor_id IS NULL) AND (merged_into IS NULL OR resolved_at IS NOT NULL));
CREATE INDEX alert_merged ON alert (survivor_id) WHERE survivor_id IS NOT NULL;
CREATE INDEX alert_merged_directly ON alert (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX alert_of_contact_point ON alert (contact_point_id);

ALTER TABLE contact_point ADD COLUMN blocked_by_carrier boolean NOT NULL DEFAULT false;
CREATE INDEX contact_point_borrowed ON contact_point (id) WHERE borrowed AND number_sealed IS NOT NULL;
CREATE INDEX message_failed_otherwise ON message (id)
    WHERE kind = 'text' AND purpose <> 'dispatch' AND state IN ('undelivered', 'refused') AND NOT failure_noted;

CREATE TABLE warning (
    id        uuid PRIMARY KEY,
    member_id uuid NOT NULL REFERENCES member,
    kind      text NOT NULL CONSTRAINT a_warning_is_of_a_known_kind CHECK (kind IN ('opted_out', 'opted_in')),
    made_at   timestamptz NOT NULL,
    seen_by   uuid REFERENCES member,
    seen_at   timestamptz,
    CONSTRAINT whoever_saw_a_warning_is_known CHECK ((seen_by IS NULL) = (seen_at IS NULL))
);
COMMENT ON TABLE warning IS 'What stands on the coordinators'' board until one of them has seen it.';
CREATE UNIQUE INDEX a_warning_stands_once_until_it_is_seen ON warning (member_id, kind) WHERE seen_at IS NULL;

CREATE TABLE erasure (
    alert_id    uuid PRIMARY KEY REFERENCES alert,
    resolved_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL
);
COMMENT ON TABLE erasure IS 'Alerts to be erased; one that was reopened since resolved_at is let be.';
CREATE INDEX erasure_due ON erasure (due_at);

GRANT SELECT, INSERT, UPDATE ON proposal, unread, warning TO ${runner};
GRANT SELECT, INSERT, UPDATE, DELETE ON later_text, erasure TO ${runner};
