package gateway.alert;

import gateway.contact.ContactPointId;
import gateway.contact.EnrolmentId;
import gateway.contact.HotlineId;
import gateway.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One need for help, from the first report to the resolution.
 *
 * @param hotline        null when it came to a number we do not know
 * @param code           the id of the gravest code reported
 * @param pack           name and version of the pack that read the code
 * @param area           the short code of the area, where one was understood
 * @param lastGraveAt    when a grave code was last reported
 * @param doneProposedBy the holder who said that it has ended, until a coordinator confirms
 * @param enrolment      whom it is about, by the phone or the tag it came with; the first stays, whoever is named later
 * @param silenceAsked   whether a text asked that nobody reply or ring
 * @param firstGraveAt   when a grave code was first reported; nothing from the reporter's phone moves it again
 */
public record Alert(AlertId id, AlertNumber number, @Nullable HotlineId hotline, ContactPointId contactPoint, String code,
        String pack, @Nullable String area, Instant openedAt, Instant lastReportAt, @Nullable Instant lastGraveAt,
        @Nullable MemberId doneProposedBy, @Nullable Instant resolvedAt, @Nullable EnrolmentId enrolment,
        boolean silenceAsked, @Nullable Instant firstGraveAt) {

    /** Whose only grave report, if there was one, is its last. */
    public Alert(AlertId id, AlertNumber number, @Nullable HotlineId hotline, ContactPointId contactPoint, String code,
            String pack, @Nullable String area, Instant openedAt, Instant lastReportAt, @Nullable Instant lastGraveAt,
            @Nullable MemberId doneProposedBy, @Nullable Instant resolvedAt, @Nullable EnrolmentId enrolment,
            boolean silenceAsked) {
        this(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt, doneProposedBy, resolvedAt,
                enrolment, silenceAsked, lastGraveAt);
    }

    /** The time that those who are asked are told: of the first grave report, or of the first. */
    public Instant toldAt() {
        return firstGraveAt == null ? openedAt : firstGraveAt;
    }

    /** With what another alert, that was the same, has reported. */
    public Alert graveSince(@Nullable Instant other) {
        var earlier = firstGraveAt == null || other != null && other.isBefore(firstGraveAt) ? other : firstGraveAt;
        return new Alert(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt, doneProposedBy,
                resolvedAt, enrolment, silenceAsked, earlier);
    }

    /** Joins a later report: the graver code stays, and the place once known, until a human says another; both stand in the timeline. */
    public Alert join(String gravestCode, @Nullable String laterArea, boolean grave, Instant now) {
        return new Alert(id, number, hotline, contactPoint, gravestCode, pack, area == null ? laterArea : area,
                openedAt, now, grave ? now : lastGraveAt, doneProposedBy, resolvedAt, enrolment,
                silenceAsked, firstGraveAt == null && grave ? now : firstGraveAt);
    }

    /** Whom it is about is known now; nothing from the reporter's phone changes that again. */
    public Alert recognise(EnrolmentId person) {
        return new Alert(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt,
                doneProposedBy, resolvedAt, enrolment == null ? person : enrolment, silenceAsked, firstGraveAt);
    }

    public Alert askSilence() {
        return new Alert(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt,
                doneProposedBy, resolvedAt, enrolment, true, firstGraveAt);
    }

    /** With the graver code that another alert, or a human who read a report, brings to it. */
    public Alert weighed(String gravestCode, @Nullable String areaNow, boolean grave, Instant now) {
        return new Alert(id, number, hotline, contactPoint, gravestCode, pack, areaNow, openedAt, lastReportAt,
                grave ? now : lastGraveAt, doneProposedBy, resolvedAt, enrolment, silenceAsked, firstGraveAt);
    }

    /** In the area that a human says. */
    Alert at(@Nullable String areaNow) {
        return new Alert(id, number, hotline, contactPoint, code, pack, areaNow, openedAt, lastReportAt, lastGraveAt,
                doneProposedBy, resolvedAt, enrolment, silenceAsked, firstGraveAt);
    }

    public Alert proposeDone(MemberId by) {
        return new Alert(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt, by,
                resolvedAt, enrolment, silenceAsked, firstGraveAt);
    }

    public Alert resolve(Instant now) {
        return new Alert(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt, null, now,
                enrolment, silenceAsked, firstGraveAt);
    }

    public Alert reopen() {
        return new Alert(id, number, hotline, contactPoint, code, pack, area, openedAt, lastReportAt, lastGraveAt, null, null,
                enrolment, silenceAsked, firstGraveAt);
    }
}
