package gateway.console.rosters;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * The rosters' week: who is on call and until when, day by day, and where nobody is.
 *
 * @param before the first day of the week before, for its address
 * @param after  the first day of the week after
 */
public record RosterPage(Frame frame, List<Week> rosters, String before, String after) {

    /**
     * One roster's week.
     *
     * @param path     where its covers and plans are, for coordinators
     * @param now      who is on call now and until when, as a sentence
     * @param staffed  whether somebody can be asked now, or nobody is meant to be
     */
    public record Week(String name, String path, String discipline, String zone, String now, boolean staffed, String gaps,
            List<Day> days) {}

    /**
     * One day of the roster's zone.
     *
     * @param length how many minutes it has: a day on which clocks are changed is longer or shorter
     * @param nowAt  the minute it is now; -1 on other days
     */
    public record Day(String date, String name, boolean today, int length, int nowAt, List<Part> parts) {}

    /**
     * A part of a day in which nothing changes.
     *
     * @param kind  {@code staffed}, {@code gap} or {@code closed}
     * @param start the minute of the day it begins at, of those that pass
     * @param until when it ends, if that is on a later day; else empty
     */
    public record Part(String kind, int start, int length, String time, String who, String until) {}
}
