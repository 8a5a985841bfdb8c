-- Why: a message may be a call. It rings for a while where a text has words alone; and of an attempt to call we keep when
-- a key was pressed, since an answering machine presses none, and when an answered call was over.
ALTER TABLE message ADD COLUMN ring_seconds integer;
ALTER TABLE message ADD CONSTRAINT a_call_rings_for_a_while_and_a_text_never
    CHECK ((kind = 'call') = (ring_seconds IS NOT NULL) AND coalesce(ring_seconds, 30) BETWEEN 5 AND 120);
ALTER TABLE attempt ADD COLUMN key_pressed_at timestamptz;
ALTER TABLE attempt ADD COLUMN ended_at timestamptz;
-- A call to which nobody pressed a key is followed by one more, which breaks through a phone that is set to silence.
ALTER TABLE message ADD COLUMN follows uuid REFERENCES message;
ALTER TABLE message ADD COLUMN heeded boolean NOT NULL DEFAULT false;
CREATE INDEX message_call_unheeded ON message (id) WHERE kind = 'call' AND purpose = 'dispatch' AND NOT heeded;
