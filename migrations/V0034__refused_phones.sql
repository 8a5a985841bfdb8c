-- Why: a number alone takes nobody away. A text with STOP may be forged, so it bars no phone any more; whoever was barred by
-- one is asked again, and if her carrier still refuses our texts, the next one finds that out. What a carrier refuses is kept
-- apart from what is lost: such a phone is asked last, by call, until a text arrives again, a code proves the phone, or a
-- coordinator says that it is well.
CREATE TABLE refused_phone (
    number_index bytea PRIMARY KEY,
    since        timestamptz NOT NULL
);
COMMENT ON TABLE refused_phone IS 'Phones of responders that their carrier lets us text no more. A row goes when a text is delivered, the phone is verified anew, or a coordinator says that it is well.';
COMMENT ON COLUMN refused_phone.number_index IS 'The keyed index of the number; goes with its row.';
COMMENT ON COLUMN refused_phone.since IS 'When the carrier first refused; goes with its row.';
GRANT SELECT, INSERT, DELETE ON refused_phone TO ${runner};

DELETE FROM barred_phone
 WHERE reason = 'opted_out';
ALTER TABLE barred_phone DROP CONSTRAINT a_phone_is_barred_for_a_known_reason;
ALTER TABLE barred_phone ADD CONSTRAINT a_phone_is_barred_for_a_known_reason CHECK (reason = 'lost');
COMMENT ON TABLE barred_phone IS 'Phones of responders that are lost or seized: nothing is sent to them.';

ALTER TABLE warning DROP CONSTRAINT a_warning_is_of_a_known_kind;
ALTER TABLE warning ADD CONSTRAINT a_warning_is_of_a_known_kind
    CHECK (kind IN ('opted_out', 'opted_in', 'refused', 'untold', 'unreached'));
