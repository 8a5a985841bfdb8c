-- Why: what a phone proposes that may be with the police must not be confirmed with one click. Such a proposal is a note: it says
-- so on the page, and no "Yes" for it is taken. Whether the phone is in doubt now is looked up; that it was when the words came
-- is kept here, since it must not be forgotten when a coordinator clears the phone later.
ALTER TABLE proposal
    ADD COLUMN doubted boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN proposal.doubted IS 'Whether the phone might have been with the police when the words came: presumed seized, lost, or its owner overdue or forced. Goes with its row.';
