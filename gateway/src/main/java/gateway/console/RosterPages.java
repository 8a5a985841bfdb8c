package gateway.console;

/** All that the console answers about rosters. */
record RosterPages(RostersPage weeks, RosterCovers covers, Calendars calendars, WhatIfPages whatIf,
        HandOverPages handOver, ShiftPages shifts) {}
