package gateway.console;

import gateway.alert.Alerts;
import gateway.alert.Arrestees;
import gateway.alert.Ladders;
import gateway.alert.Leases;
import gateway.alert.Merges;
import gateway.alert.Proposals;
import gateway.alert.Timeline;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoints;
import gateway.contact.Enrolments;
import gateway.dispatch.Dispatches;
import gateway.dispatch.Matchings;
import gateway.dispatch.Notices;
import gateway.dispatch.Reliefs;
import gateway.dispatch.SafetyTimers;
import gateway.escalation.EscalationPolicies;
import gateway.hotline.ContactRules;
import gateway.hotline.Hotlines;
import gateway.intake.CoverReplies;
import gateway.intake.MachineTexts;
import gateway.intake.MemberTexts;
import gateway.intake.Mutes;
import gateway.intake.Reports;
import gateway.intake.UnreadReports;
import gateway.intake.WordTrial;
import gateway.member.Members;
import gateway.member.Pins;
import gateway.member.Warnings;
import gateway.messaging.Outbox;
import gateway.network.Findings;
import gateway.place.Gazetteer;
import gateway.roster.Rosters;
import gateway.sealing.KeyRing;
import gateway.voice.Prompts;
import gateway.voice.Speech;

/** What the pages read from. */
public record ConsoleStores(KeyRing keyRing, Members members, Hotlines hotlines, Rosters rosters, ContactPoints contactPoints,
        Enrolments enrolments, ContactRules contactRules,
        Outbox outbox, Notices notices, Alerts alerts, Arrestees arrestees, Ladders ladders, Leases leases, Timeline timeline, Dispatches dispatches,
        Matchings matchings, Reliefs reliefs,
        Reports reports, CoverReplies coverReplies, Merges merges, Proposals proposals, UnreadReports unread, MemberTexts memberTexts, MachineTexts machineTexts, Mutes mutes, Warnings warnings, Pins pins,
        SafetyTimers safetyTimers,
        EscalationPolicies policies, Codebook codebook, Gazetteer gazetteer, WordTrial trial, Prompts prompts, Speech speech,
        Findings findings) {}
