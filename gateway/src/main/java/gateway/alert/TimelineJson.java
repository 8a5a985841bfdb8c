package gateway.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import gateway.member.MemberId;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Entries to and from the JSON that is sealed in the timeline. The kinds are frozen: a golden file holds them. */
final class TimelineJson {

    /** The version of an entry's fields; a change of meaning, not a new field that may be null, counts it up. */
    static final int SCHEMA = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, written(Instant::toString))
                    .addDeserializer(Instant.class, read(Instant::parse))
                    .addSerializer(MemberId.class, written(MemberId::toString))
                    .addDeserializer(MemberId.class, read(id -> new MemberId(UUID.fromString(id)))))
            .build();

    private TimelineJson() {}

    static String kind(TimelineEntry entry) {
        return switch (entry) {
            case TimelineEntry.Opened _ -> "opened";
            case TimelineEntry.ReportJoined _ -> "report_joined";
            case TimelineEntry.LadderStarted _ -> "ladder_started";
            case TimelineEntry.Unattended _ -> "unattended";
            case TimelineEntry.WitnessTold _ -> "witness_told";
            case TimelineEntry.WitnessNotTold _ -> "witness_not_told";
            case TimelineEntry.MoreAsked _ -> "more_asked";
            case TimelineEntry.CompanionCame _ -> "companion_came";
            case TimelineEntry.CompanionLeft _ -> "companion_left";
            case TimelineEntry.StepAsked _ -> "step_asked";
            case TimelineEntry.Unreached _ -> "unreached";
            case TimelineEntry.Rung _ -> "rung";
            case TimelineEntry.RungAgain _ -> "rung_again";
            case TimelineEntry.OutsideRung _ -> "outside_rung";
            case TimelineEntry.OutsideHeard _ -> "outside_heard";
            case TimelineEntry.Acknowledged _ -> "acknowledged";
            case TimelineEntry.ReliefAsked _ -> "relief_asked";
            case TimelineEntry.Relieved _ -> "relieved";
            case TimelineEntry.NotRelieved _ -> "not_relieved";
            case TimelineEntry.CheckedIn _ -> "checked_in";
            case TimelineEntry.Lapsed _ -> "lapsed";
            case TimelineEntry.Passed _ -> "passed";
            case TimelineEntry.HandedBack _ -> "handed_back";
            case TimelineEntry.DoneProposed _ -> "done_proposed";
            case TimelineEntry.Escalated _ -> "escalated";
            case TimelineEntry.Noted _ -> "noted";
            case TimelineEntry.MemberTexted _ -> "member_texted";
            case TimelineEntry.FromMember _ -> "from_member";
            case TimelineEntry.Resolved _ -> "resolved";
            case TimelineEntry.Reopened _ -> "reopened";
            case TimelineEntry.SeizureSet _ -> "seizure_set";
            case TimelineEntry.SeizureLifted _ -> "seizure_lifted";
            case TimelineEntry.ResponderLost _ -> "responder_lost";
            case TimelineEntry.CodeReplaced _ -> "code_replaced";
            case TimelineEntry.NumberRevealed _ -> "number_revealed";
            case TimelineEntry.RingBackAsked _ -> "ring_back_asked";
            case TimelineEntry.RingBackRefused _ -> "ring_back_refused";
            case TimelineEntry.RingBackDialled _ -> "ring_back_dialled";
            case TimelineEntry.Bridged _ -> "bridged";
            case TimelineEntry.PersonRecognised _ -> "person_recognised";
            case TimelineEntry.CardOpened _ -> "card_opened";
            case TimelineEntry.SilenceAsked _ -> "silence_asked";
            case TimelineEntry.CalledBack _ -> "called_back";
            case TimelineEntry.ReporterAnswered _ -> "reporter_answered";
            case TimelineEntry.ReplyWithheld _ -> "reply_withheld";
            case TimelineEntry.CallJoined _ -> "call_joined";
            case TimelineEntry.MembersJoined _ -> "members_joined";
            case TimelineEntry.Proposed _ -> "proposed";
            case TimelineEntry.ProposalDecided _ -> "proposal_decided";
            case TimelineEntry.ReportRead _ -> "report_read";
            case TimelineEntry.LeftUnread _ -> "left_unread";
            case TimelineEntry.AskedAfresh _ -> "asked_afresh";
            case TimelineEntry.MergedInto _ -> "merged_into";
            case TimelineEntry.MergedFrom _ -> "merged_from";
            case TimelineEntry.Unmerged _ -> "unmerged";
            case TimelineEntry.CarrierWord _ -> "carrier_word";
            case TimelineEntry.PhoneBlocked _ -> "phone_blocked";
            case TimelineEntry.TimerStarted _ -> "timer_started";
            case TimelineEntry.TimerEnded _ -> "timer_ended";
            case TimelineEntry.TimerOverdue _ -> "timer_overdue";
            case TimelineEntry.TimerCleared _ -> "timer_cleared";
            case TimelineEntry.Erased _ -> "erased";
        };
    }

    static String write(TimelineEntry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an entry cannot be written: " + kind(entry), impossible);
        }
    }

    static TimelineEntry read(String kind, String json) {
        try {
            return JSON.readValue(json, type(kind));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an entry cannot be read: " + kind, broken);
        }
    }

    private static Class<? extends TimelineEntry> type(String kind) {
        return switch (kind) {
            case "opened" -> TimelineEntry.Opened.class;
            case "report_joined" -> TimelineEntry.ReportJoined.class;
            case "ladder_started" -> TimelineEntry.LadderStarted.class;
            case "unattended" -> TimelineEntry.Unattended.class;
            case "witness_told" -> TimelineEntry.WitnessTold.class;
            case "witness_not_told" -> TimelineEntry.WitnessNotTold.class;
            case "more_asked" -> TimelineEntry.MoreAsked.class;
            case "companion_came" -> TimelineEntry.CompanionCame.class;
            case "companion_left" -> TimelineEntry.CompanionLeft.class;
            case "step_asked" -> TimelineEntry.StepAsked.class;
            case "unreached" -> TimelineEntry.Unreached.class;
            case "rung" -> TimelineEntry.Rung.class;
            case "rung_again" -> TimelineEntry.RungAgain.class;
            case "outside_rung" -> TimelineEntry.OutsideRung.class;
            case "outside_heard" -> TimelineEntry.OutsideHeard.class;
            case "acknowledged" -> TimelineEntry.Acknowledged.class;
            case "relief_asked" -> TimelineEntry.ReliefAsked.class;
            case "relieved" -> TimelineEntry.Relieved.class;
            case "not_relieved" -> TimelineEntry.NotRelieved.class;
            case "checked_in" -> TimelineEntry.CheckedIn.class;
            case "lapsed" -> TimelineEntry.Lapsed.class;
            case "passed" -> TimelineEntry.Passed.class;
            case "handed_back" -> TimelineEntry.HandedBack.class;
            case "done_proposed" -> TimelineEntry.DoneProposed.class;
            case "escalated" -> TimelineEntry.Escalated.class;
            case "noted" -> TimelineEntry.Noted.class;
            case "member_texted" -> TimelineEntry.MemberTexted.class;
            case "from_member" -> TimelineEntry.FromMember.class;
            case "resolved" -> TimelineEntry.Resolved.class;
            case "reopened" -> TimelineEntry.Reopened.class;
            case "seizure_set" -> TimelineEntry.SeizureSet.class;
            case "seizure_lifted" -> TimelineEntry.SeizureLifted.class;
            case "responder_lost" -> TimelineEntry.ResponderLost.class;
            case "code_replaced" -> TimelineEntry.CodeReplaced.class;
            case "number_revealed" -> TimelineEntry.NumberRevealed.class;
            case "ring_back_asked" -> TimelineEntry.RingBackAsked.class;
            case "ring_back_refused" -> TimelineEntry.RingBackRefused.class;
            case "ring_back_dialled" -> TimelineEntry.RingBackDialled.class;
            case "bridged" -> TimelineEntry.Bridged.class;
            case "person_recognised" -> TimelineEntry.PersonRecognised.class;
            case "card_opened" -> TimelineEntry.CardOpened.class;
            case "silence_asked" -> TimelineEntry.SilenceAsked.class;
            case "called_back" -> TimelineEntry.CalledBack.class;
            case "reporter_answered" -> TimelineEntry.ReporterAnswered.class;
            case "reply_withheld" -> TimelineEntry.ReplyWithheld.class;
            case "call_joined" -> TimelineEntry.CallJoined.class;
            case "members_joined" -> TimelineEntry.MembersJoined.class;
            case "proposed" -> TimelineEntry.Proposed.class;
            case "proposal_decided" -> TimelineEntry.ProposalDecided.class;
            case "report_read" -> TimelineEntry.ReportRead.class;
            case "left_unread" -> TimelineEntry.LeftUnread.class;
            case "asked_afresh" -> TimelineEntry.AskedAfresh.class;
            case "merged_into" -> TimelineEntry.MergedInto.class;
            case "merged_from" -> TimelineEntry.MergedFrom.class;
            case "unmerged" -> TimelineEntry.Unmerged.class;
            case "carrier_word" -> TimelineEntry.CarrierWord.class;
            case "phone_blocked" -> TimelineEntry.PhoneBlocked.class;
            case "timer_started" -> TimelineEntry.TimerStarted.class;
            case "timer_ended" -> TimelineEntry.TimerEnded.class;
            case "timer_overdue" -> TimelineEntry.TimerOverdue.class;
            case "timer_cleared" -> TimelineEntry.TimerCleared.class;
            case "erased" -> TimelineEntry.Erased.class;
            default -> throw new IllegalStateException("an entry of a kind this version does not know: " + kind);
        };
    }

    private static <T> JsonSerializer<T> written(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(text.apply(value));
            }
        };
    }

    private static <T> JsonDeserializer<T> read(Function<String, T> value) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return value.apply(json.getText());
            }
        };
    }
}
