package gateway.console.alerts;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * All that is unread: reports, the most urgent first, then words from members' phones, then what machines wrote, the oldest first.
 *
 * @param address where this page of it is
 * @param codes   what a text of a machine may be after all
 * @param shelf   which of the texts of machines stand here
 * @param muted   how many senders are muted
 */
public record UnreadList(Frame frame, String address, List<UnreadCard> cards, List<MemberTextCard> texts, List<MachineCard> machines,
        List<AlertDetails.Choice> codes, Shelf shelf, int muted) {}
