package gateway.console;

import java.util.List;

/** All that is unread, the most urgent first. */
public record UnreadList(Frame frame, List<UnreadCard> cards) {}
