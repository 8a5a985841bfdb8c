package gateway.badhouse.console.alerts;

import gateway.badhouse.console.people.Page;

/** A room of the console that knows another. */
public final class KnowsAnotherRoom {

    final Page page = new Page();
}
