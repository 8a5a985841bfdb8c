-- Why: wrong codes used to kill the right ones, so that anybody who forged a number could take a responder's code away. Now they
-- replace nothing. They are counted by the hour: the coordinators hear of them once, and after twenty a right TAKE is asked for
-- again in a call of ours. No code is replaced any more, so none is kept as replaced; what was is in the timelines.
CREATE TABLE wrong_code (
    member_id uuid PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    tried_at  timestamptz[] NOT NULL,
    told_at   timestamptz
);
COMMENT ON TABLE wrong_code IS 'When wrong reply codes came from a member''s number; the next one overwrites what is older than an hour. A row goes with its member.';
COMMENT ON COLUMN wrong_code.tried_at IS 'The latest twenty of an hour.';
COMMENT ON COLUMN wrong_code.told_at IS 'When the coordinators were last told of them; overwritten.';
GRANT SELECT, INSERT, UPDATE ON wrong_code TO ${runner};

ALTER TABLE member DROP COLUMN wrong_codes;
DROP TABLE replaced_code;
