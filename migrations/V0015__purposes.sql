-- Why: beside texts there are calls now: a responder is asked by one, a reporter who chose so is called back, and two are
-- joined without either seeing a number; and a reporter who chose plain words is told them. An enrolment, too, is sealed
-- under a key of its own, so that withdrawing it erases it.
ALTER TABLE message DROP CONSTRAINT a_message_has_a_known_purpose;
ALTER TABLE message ADD CONSTRAINT a_message_has_a_known_purpose
    CHECK (purpose IN ('dispatch', 'stand_down', 'answer', 'notice', 'cover_reply', 'plain_reply', 'call_back', 'bridge'));
ALTER TABLE wrapped_key DROP CONSTRAINT a_key_belongs_to_something_known;
ALTER TABLE wrapped_key ADD CONSTRAINT a_key_belongs_to_something_known
    CHECK (kind IN ('house', 'index', 'alert', 'contact_point', 'enrolment'));
