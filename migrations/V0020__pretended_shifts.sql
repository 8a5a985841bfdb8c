-- Why: what a phone in doubt seems to do about a shift by a code was not kept, so that the same code, texted twice, was answered
-- as the first time, and whoever holds the phone could tell it from any other. What it seemed to do is done again and undone
-- before its next word.
CREATE TABLE pretended_shift (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    act        text NOT NULL,
    promise_id uuid REFERENCES promise ON DELETE CASCADE,
    offer_id   uuid REFERENCES shift_offer ON DELETE CASCADE,
    CONSTRAINT a_pretended_act_is_about_a_promise_or_an_offer
        CHECK (act = 'give' AND promise_id IS NOT NULL AND offer_id IS NULL
               OR act IN ('cover', 'back') AND promise_id IS NULL AND offer_id IS NOT NULL)
);
COMMENT ON TABLE pretended_shift IS 'What a phone in doubt seemed to do about a shift by the code of a promise or an offer: one row an act. Rows go when a coordinator clears the member, or with the promise or the offer.';
COMMENT ON COLUMN pretended_shift.id IS 'Drawn by the gateway, so that acts sort as they were done. Goes with the row.';
COMMENT ON COLUMN pretended_shift.member_id IS 'Whose phone it is. Goes with the row.';
COMMENT ON COLUMN pretended_shift.act IS 'give: her word for a promise; cover: accepts an offer; back: takes her side of an offer back. Goes with the row.';
COMMENT ON COLUMN pretended_shift.promise_id IS 'The promise that seems given. Goes with the row.';
COMMENT ON COLUMN pretended_shift.offer_id IS 'The offer that seems accepted or taken back. Goes with the row.';
CREATE INDEX pretended_shift_of_member ON pretended_shift (member_id, id);
CREATE INDEX pretended_shift_of_promise ON pretended_shift (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX pretended_shift_of_offer ON pretended_shift (offer_id) WHERE offer_id IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON pretended_shift TO ${runner};
