package gateway.console;

import java.util.List;

/** All that is unread: reports, the most urgent first, then words from members' phones, the oldest first. */
public record UnreadList(Frame frame, List<UnreadCard> cards, List<MemberTextCard> texts) {}
