-- Why: whether somebody has a tag, no answer may tell. The tag of an enrolled person marks a phone as borrowed, and a borrowed
-- phone is never answered; after an unknown tag a later text was answered, which told whoever holds the phone which tags exist.
ALTER TABLE contact_point ADD COLUMN tagged boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN contact_point.tagged IS 'A tag that is not its owner''s own came from it, known or not: the gateway answers it no more and calls it back no more. Ends with a new enrolment; the row goes as a borrowed phone''s does.';
