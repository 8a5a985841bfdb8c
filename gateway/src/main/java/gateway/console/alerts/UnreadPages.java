package gateway.console.alerts;

/** All that the console answers about texts: those that nobody has read, and why one is read as it is. */
public record UnreadPages(UnreadPage all, MachineForms machines, ReadingPages reading) {}
