package gateway.console.rosters;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * Who would be asked if a report came.
 *
 * @param asked what was asked of the page, as a sentence; empty before anything was
 */
public record WhatIfPage(Frame frame, List<Choice> hotlines, List<Choice> codes, List<Choice> areas,
        List<Choice> custodyPlaces, List<Choice> languages, String at, String asked,
        List<Ladder> ladders) {

    /** One thing to choose. */
    public record Choice(String value, String name, boolean chosen) {}

    /** One discipline's ladder, step after step. */
    public record Ladder(String discipline, List<Step> steps) {}

    /**
     * One step.
     *
     * @param who     the aliases of those who would be asked; empty when nobody could be
     * @param beside  the aliases of those who would be asked to come beside; empty when nobody would be
     * @param notes   how far it reaches, who would be asked otherwise than the step says, and who would be passed over, and why
     */
    public record Step(String time, String rosters, String who, String beside, String way, List<String> notes) {}
}
