package gateway.intake;

import gateway.codebook.Codebook;
import gateway.database.Transaction;
import gateway.dispatch.OptingIn;
import gateway.dispatch.OptingOut;
import gateway.dispatch.Reply;
import gateway.dispatch.ReplyDesk;
import gateway.dispatch.StationDesk;
import gateway.dispatch.StationWord;
import gateway.dispatch.Verifying;
import gateway.duty.DutyDesk;
import gateway.duty.DutyWord;
import gateway.hotline.Hotline;
import gateway.member.Member;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose is this text: a responder's reply, or a report? A reply is a command word with a code, one about her shifts
 * ({@code ON}, {@code OFF}) alone, or one that tells of a station ({@code IN 30}, {@code OUT}), from the phone of a responder
 * that nothing speaks against. Everything else is a report, a bare {@code 1} from a responder above all, and
 * {@code HELP} too; only a word that lets a carrier text her again is neither.
 */
public final class Switchboard {

    private final Members members;
    private final Envelopes envelopes;
    private final ReplyDesk replyDesk;
    private final Verifying verifying;
    private final StationDesk stationDesk;
    private final DutyDesk dutyDesk;
    private final OptingOut optingOut;
    private final OptingIn optingIn;
    private final Codebook codebook;

    public Switchboard(Members members, Envelopes envelopes, ReplyDesk replyDesk, StationDesk stationDesk, Verifying verifying,
            DutyDesk dutyDesk, OptingOut optingOut, OptingIn optingIn, Codebook codebook) {
        this.members = members;
        this.envelopes = envelopes;
        this.replyDesk = replyDesk;
        this.verifying = verifying;
        this.stationDesk = stationDesk;
        this.dutyDesk = dutyDesk;
        this.optingOut = optingOut;
        this.optingIn = optingIn;
        this.codebook = codebook;
    }

    /** Whether it was a reply; then it has been done, and answered. */
    boolean isReply(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Instant now) {
        var member = PhoneNumber.read(envelope.from()).flatMap(phone -> members.byPhone(tx, phone));
        if (member.isPresent() && codebook.isOptIn(envelope.words())) {
            envelopes.fromMember(tx, envelope, hotline, member.get().id(), now);
            optingIn.hear(tx, member.get());
            return true;
        }
        if (member.filter(known -> !known.barred().isEmpty()).isPresent() && verifying.hearOfFound(tx, member.get(), envelope.words())) {
            envelopes.fromMember(tx, envelope, hotline, member.get().id(), now);
            return true;
        }
        return member.isPresent() && replyDesk.maySpeak(tx, member.get())
                && act(tx, envelope, hotline, member.get(), now);
    }

    private boolean act(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Member member, Instant now) {
        if (verifying.hear(tx, member, envelope.words())) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
            return true;
        }
        var onDuty = DutyWord.read(envelope.words()).filter(word -> dutyDesk.concerns(tx, member, word));
        if (onDuty.isPresent()) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
            dutyDesk.answer(tx, member, onDuty.get());
            return true;
        }
        var reply = Reply.read(envelope.words()).filter(read -> replyDesk.counts(tx, member, read));
        var station = StationWord.read(envelope.words());
        if (reply.isEmpty() && station.isEmpty() && !codebook.isOptOut(envelope.words())) {
            return false;
        }
        envelopes.fromMember(tx, envelope, hotline, member.id(), now);
        reply.ifPresentOrElse(
                read -> replyDesk.answer(tx, member, read),
                () -> station.ifPresentOrElse(word -> stationDesk.answer(tx, member, word),
                        () -> optingOut.hear(tx, member)));
        return true;
    }
}
