package gateway.roster;

import java.time.ZoneId;
import java.util.List;

/** A list of weekly shifts of one discipline. */
public record Roster(RosterId id, String name, Discipline discipline, ZoneId zone, List<Shift> shifts) {}
