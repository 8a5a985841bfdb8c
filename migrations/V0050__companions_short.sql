-- Why: once everybody who could come beside a holder had been asked, nobody was asked any more: not who was silent, not who came on
-- later, not when one of them said PASS. Now it is looked at until enough have come, and the coordinators are told once.
ALTER TABLE wanted_hands ADD COLUMN short_at timestamptz;
COMMENT ON COLUMN wanted_hands.short_at IS 'Since when fewer could be asked than are wanted, of which the coordinators were told; empty while enough are asked. Goes with its row.';
