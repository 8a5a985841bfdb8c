package gateway.console.rosters;

/** All that the console answers about rosters and policies. */
public record RosterPages(RostersPage weeks, RosterCovers covers, Calendars calendars, WhatIfPages whatIf,
        PoliciesPage policies, HandOverPages handOver, ShiftPages shifts) {}
