-- Why: a seized phone can text HERE for ever. What texts may carry is counted from the last time a responder showed
-- more than her phone: her PIN in a call, or the page. A lapse keeps who had it and when she was last heard.
-- Companions come beside a holder; wrong codes and wrong keys are counted and replace nothing.
CREATE TABLE lease (
    ladder_id    uuid NOT NULL REFERENCES ladder,
    member_id    uuid NOT NULL REFERENCES member,
    carried_from timestamptz NOT NULL,
    taken_at     timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL,
    lapsed_at    timestamptz,
    reminded_for timestamptz,
    PRIMARY KEY (ladder_id, member_id)
);
COMMENT ON TABLE lease IS
    'What a responder has, or had, of a ladder. Rows go when its alert is reopened, else with their ladder, which stays.';
COMMENT ON COLUMN lease.carried_from IS 'Whence the two hours count in which texts alone carry her.';
COMMENT ON COLUMN lease.heard_at IS 'When she was last heard of it.';
COMMENT ON COLUMN lease.lapsed_at IS 'When she missed the check-in; null while she has it.';
COMMENT ON COLUMN lease.reminded_for IS 'The check-in that she was reminded of.';
GRANT SELECT, INSERT, UPDATE, DELETE ON lease TO ${runner};

CREATE TABLE wanted_hands (
    ladder_id uuid PRIMARY KEY REFERENCES ladder,
    alert_id  uuid NOT NULL REFERENCES alert,
    wanted    integer NOT NULL CONSTRAINT from_one_to_nine_companions_are_wanted CHECK (wanted BETWEEN 1 AND 9),
    due_at    timestamptz,
    short_at  timestamptz
);
COMMENT ON TABLE wanted_hands IS 'How many companions a holder wants in all. Goes with its ladder, which stays.';
COMMENT ON COLUMN wanted_hands.due_at IS 'When it is looked at whether they have come; null when that is settled.';
COMMENT ON COLUMN wanted_hands.short_at IS 'Since when fewer could be asked than are wanted, of which the coordinators were told; empty while enough are asked. Goes with its row.';
CREATE INDEX wanted_hands_due ON wanted_hands (due_at) WHERE due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON wanted_hands TO ${runner};

CREATE TABLE relief (
    ladder_id uuid NOT NULL REFERENCES ladder,
    member_id uuid NOT NULL REFERENCES member,
    holder_id uuid NOT NULL REFERENCES member,
    asked_at  timestamptz NOT NULL,
    CONSTRAINT a_member_is_asked_once_to_relieve_a_holder PRIMARY KEY (ladder_id, member_id, holder_id)
);
COMMENT ON TABLE relief IS
    'Who may take an alert from whom: asked when the holder''s shift ended. Goes with its ladder, which stays.';
GRANT SELECT, INSERT, UPDATE, DELETE ON relief TO ${runner};

CREATE TABLE wrong_code (
    member_id uuid PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    tried_at  timestamp with time zone[] NOT NULL,
    told_at   timestamptz
);
COMMENT ON TABLE wrong_code IS
    'When wrong reply codes came from a member''s number; the next one overwrites what is older than an hour. A row goes with its member.';
COMMENT ON COLUMN wrong_code.tried_at IS 'The latest twenty of an hour.';
COMMENT ON COLUMN wrong_code.told_at IS 'When the coordinators were last told of them; overwritten.';
GRANT SELECT, INSERT, UPDATE ON wrong_code TO ${runner};

CREATE TABLE ring_in (
    member_id    uuid PRIMARY KEY REFERENCES member,
    wrong_tries  integer NOT NULL DEFAULT 0,
    barred_until timestamptz,
    rung_back_at timestamptz
);
COMMENT ON TABLE ring_in IS
    'What calls from a member''s number have keyed wrongly in a row, and when we last rang her back for one. One row a member, which stays as long as she does.';
COMMENT ON COLUMN ring_in.wrong_tries IS 'Such keys bar such calls alone.';
COMMENT ON COLUMN ring_in.barred_until IS 'Until when calls from her number are told nothing.';
COMMENT ON COLUMN ring_in.rung_back_at IS 'Once in five minutes at most.';
GRANT SELECT, INSERT, UPDATE ON ring_in TO ${runner};
