package gateway.console;

/** All that the console answers about texts that nobody has read. */
record UnreadPages(UnreadPage all, MachineForms machines) {}
