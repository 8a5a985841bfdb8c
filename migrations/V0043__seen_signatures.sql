-- Why: Twilio signs names and values joined without a mark between them. Whoever saw one signed request can cut its fields anew,
-- so that the same signature fits another sender and other words. A text whose signature was seen before therefore proves
-- nothing about its sender.
CREATE TABLE seen_signature (
    signature_index bytea PRIMARY KEY,
    seen_at         timestamptz NOT NULL
);
COMMENT ON TABLE seen_signature IS 'With which signatures texts came, so that none counts twice. Rows go 90 days after they were seen.';
COMMENT ON COLUMN seen_signature.signature_index IS 'The signature as a keyed hash; the signature itself is not kept.';
CREATE INDEX seen_signature_by_age ON seen_signature (seen_at);
GRANT SELECT, INSERT, DELETE ON seen_signature TO ${runner};
