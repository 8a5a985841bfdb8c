package gateway.console.frame;

import gateway.alert.Alerts;
import gateway.alert.Arrestees;
import gateway.alert.Ladders;
import gateway.alert.Leases;
import gateway.alert.Merges;
import gateway.alert.Proposals;
import gateway.answering.CoverReplies;
import gateway.asking.Matchings;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoints;
import gateway.contact.ContactRules;
import gateway.contact.Enrolments;
import gateway.contact.Hotlines;
import gateway.dispatch.Dispatches;
import gateway.escalation.EscalationPolicies;
import gateway.holding.Reliefs;
import gateway.intake.Reports;
import gateway.intake.UnreadReports;
import gateway.member.Members;
import gateway.member.Pins;
import gateway.member.Warnings;
import gateway.messaging.Outbox;
import gateway.network.Findings;
import gateway.place.Gazetteer;
import gateway.reading.WordTrial;
import gateway.roster.Rosters;
import gateway.safety.SafetyTimers;
import gateway.sealing.KeyRing;
import gateway.telling.Notices;
import gateway.unread.MachineTexts;
import gateway.unread.MemberTexts;
import gateway.unread.Mutes;
import gateway.voice.Prompts;
import gateway.voice.Speech;

/** What the pages read from. */
public record ConsoleStores(KeyRing keyRing, Members members, Hotlines hotlines, Rosters rosters, ContactPoints contactPoints,
        Enrolments enrolments, ContactRules contactRules,
        Outbox outbox, Notices notices, Alerts alerts, Arrestees arrestees, Ladders ladders, Leases leases, Dispatches dispatches,
        Matchings matchings, Reliefs reliefs,
        Reports reports, CoverReplies coverReplies, Merges merges, Proposals proposals, UnreadReports unread, MemberTexts memberTexts, MachineTexts machineTexts, Mutes mutes, Warnings warnings, Pins pins,
        SafetyTimers safetyTimers,
        EscalationPolicies policies, Codebook codebook, Gazetteer gazetteer, WordTrial trial, Prompts prompts, Speech speech,
        Findings findings) {}
