-- Why: three statements that loops and doors run had no index. Whether a code was answered a moment ago was looked for among all
-- messages; rows that were left out go by their age each second; tries of safe words are taken oldest first.
CREATE INDEX message_answer_to_code ON message (member_id, made_at) WHERE purpose = 'answer_to_code';
CREATE INDEX left_out_row_by_age ON left_out_row (last_at);
CREATE INDEX safe_word_try_by_age ON safe_word_try (began_at, report_id);

COMMENT ON COLUMN pretence.state IS 'The state of the dispatch as the phone was told. Goes with its row.';
COMMENT ON COLUMN pretence.held_since IS 'Since when the phone was told that its owner has the alert; null where it was told otherwise. Goes with its row.';
COMMENT ON COLUMN pretence.confirmed_at IS 'Start of the two hours in which texts alone could renew the lease, as the phone was told. Goes with its row.';
COMMENT ON COLUMN pretence.check_in_by IS 'End of the lease that the phone was told of; null where it was told of none. Goes with its row.';
COMMENT ON COLUMN left_out_row.table_name IS 'The table of the row that could not be read. Goes with its row.';
COMMENT ON COLUMN mute.sender_index IS 'How the sender is found without opening the seal. Goes with its row.';
COMMENT ON COLUMN mute.is_number IS 'Whether it is a phone number, whose mute ends by itself. Goes with its row.';
