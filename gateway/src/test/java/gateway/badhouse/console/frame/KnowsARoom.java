package gateway.badhouse.console.frame;

import gateway.badhouse.console.people.Page;

/** A frame that knows what stands on it. */
public final class KnowsARoom {

    final Page page = new Page();
}
