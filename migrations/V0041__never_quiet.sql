-- Why: the last resort was asked by text every five minutes, the same people, for ever; whoever slept through a text slept through
-- all of them. It now rings by turns and widens: to everybody of the discipline, the coordinators, any responder as a
-- companion, and phones of other organisations, which are rung and told nothing. Where nobody can be asked, that is shown.
ALTER TABLE ladder ADD COLUMN nobody_asked_since timestamptz;
COMMENT ON COLUMN ladder.nobody_asked_since IS 'Since when the last resort has found nobody it may ask; null once somebody was asked. Goes with its row.';
CREATE INDEX ladder_nobody_asked ON ladder (nobody_asked_since) WHERE nobody_asked_since IS NOT NULL;

ALTER TABLE dispatch ADD COLUMN beside_only boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN dispatch.beside_only IS 'She is of another discipline and may come beside: her word takes no ladder. Goes with its row.';

CREATE TABLE outside_contact (
    id            uuid PRIMARY KEY,
    name          text NOT NULL,
    number_sealed bytea NOT NULL,
    language      text NOT NULL,
    made_at       timestamptz NOT NULL,
    retired_at    timestamptz
);
COMMENT ON TABLE outside_contact IS 'Phones of other organisations, from the network file: rung when nobody of ours has an alert, told nothing, never texted. A row is retired when the file no longer lists it, and stays, since calls refer to it.';
COMMENT ON COLUMN outside_contact.number_sealed IS 'Sealed under the house''s key. Goes with its row.';
CREATE UNIQUE INDEX an_outside_contact_is_listed_once ON outside_contact (lower(name)) WHERE retired_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON outside_contact TO ${runner};

ALTER TABLE message DROP CONSTRAINT a_talk_is_known;
ALTER TABLE message ADD CONSTRAINT a_talk_is_known CHECK (talk IN ('lease', 'summons', 'outside'));
ALTER TABLE message ADD COLUMN outside_contact_id uuid REFERENCES outside_contact;
ALTER TABLE message ADD CONSTRAINT an_outside_contact_is_rung_and_never_texted
    CHECK ((talk IS NOT DISTINCT FROM 'outside') = (outside_contact_id IS NOT NULL) AND (outside_contact_id IS NULL OR kind = 'call'));
COMMENT ON COLUMN message.outside_contact_id IS 'Whose phone a call of ours rings, outside the organisation. Goes with its row.';
CREATE INDEX message_calls_of_alert ON message (alert_id) WHERE kind = 'call';
