-- Why: a safe word is hashed slowly. It was hashed inside the transaction of its text, which held the alert's lock for as long.
-- Now the text is committed first, with a try that nobody has looked at; a loop hashes the word and says what the try was worth.
CREATE TABLE safe_word_try (
    report_id    uuid PRIMARY KEY REFERENCES report,
    enrolment_id uuid NOT NULL,
    asked_afresh boolean NOT NULL,
    began_at     timestamptz NOT NULL
);
COMMENT ON TABLE safe_word_try IS 'Texts that say "safe", whose word nobody has looked at yet. A row goes as soon as its word was compared, and counts as a wrong word once it is 20 seconds old.';
COMMENT ON COLUMN safe_word_try.report_id IS 'The text; its sealed words hold the word.';
COMMENT ON COLUMN safe_word_try.enrolment_id IS 'Whose words it is compared with. No foreign key: whoever withdraws takes her words along.';
COMMENT ON COLUMN safe_word_try.asked_afresh IS 'Everybody was asked afresh already when the text came, so a wrong word asks nobody again.';
COMMENT ON COLUMN safe_word_try.began_at IS 'When the text came.';
GRANT SELECT, INSERT, DELETE ON safe_word_try TO ${runner};
