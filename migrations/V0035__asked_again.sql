-- Why: whoever was passed over while her phone was in doubt is asked again once it is not, and a phone that was called lost can
-- be called found: at once by a second coordinator within the hour, later by a reason and a code that comes back from it. What
-- those who are asked are told as the time of an alert is that of its first grave report, which no later text moves.
CREATE TABLE asked_again (
    member_id uuid NOT NULL REFERENCES member,
    alert_id  uuid NOT NULL REFERENCES alert,
    PRIMARY KEY (member_id, alert_id)
);
COMMENT ON TABLE asked_again IS 'Alerts of which it is to be seen whether a member, whose phone is in doubt no more, is asked for them. A row goes once that has been seen, within seconds.';
COMMENT ON COLUMN asked_again.member_id IS 'The member; goes with its row.';
COMMENT ON COLUMN asked_again.alert_id IS 'The alert; goes with its row.';
GRANT SELECT, INSERT, DELETE ON asked_again TO ${runner};

CREATE TABLE found_phone (
    member_id     uuid PRIMARY KEY REFERENCES member,
    said_by       uuid NOT NULL REFERENCES member,
    reason_sealed bytea NOT NULL,
    said_at       timestamptz NOT NULL
);
COMMENT ON TABLE found_phone IS 'Lost phones that a coordinator calls found, until a code proves it. A row goes when the code comes back, or is replaced when it is said again.';
COMMENT ON COLUMN found_phone.member_id IS 'Whose phone it is; goes with its row.';
COMMENT ON COLUMN found_phone.said_by IS 'The coordinator who says so; goes with its row.';
COMMENT ON COLUMN found_phone.reason_sealed IS 'Why, sealed under the key of the house; goes with its row.';
COMMENT ON COLUMN found_phone.said_at IS 'When; the code counts for a day. Goes with its row.';
GRANT SELECT, INSERT, UPDATE, DELETE ON found_phone TO ${runner};
GRANT DELETE ON barred_phone TO ${runner};

ALTER TABLE alert ADD COLUMN first_grave_at timestamptz;
COMMENT ON COLUMN alert.first_grave_at IS 'When a grave code was first reported; kept as long as its row. Of alerts from before this column, the last.';
UPDATE alert
   SET first_grave_at = last_grave_at;
