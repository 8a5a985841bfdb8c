-- Why: a responder who writes "at the police station, 2 girls inside" is no reporter, yet what she names is worth a proposal on the
-- alert she has.
ALTER TABLE proposal ALTER COLUMN report_id DROP NOT NULL;
ALTER TABLE proposal ADD COLUMN member_text_id uuid REFERENCES member_text;
ALTER TABLE proposal ADD CONSTRAINT a_report_or_a_members_text_proposes CHECK ((report_id IS NULL) <> (member_text_id IS NULL));
COMMENT ON COLUMN proposal.member_text_id IS 'The text from a member''s phone that named it, where no report did. It goes with the proposal.';
