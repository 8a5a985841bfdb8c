package gateway.inbox;

import gateway.codebook.Codebook;
import gateway.contact.Hotline;
import gateway.database.Transaction;
import gateway.duty.DutyDesk;
import gateway.duty.DutyWord;
import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.incoming.Envelopes;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import gateway.replying.ReplyDesks;
import gateway.replyword.Reply;
import gateway.replyword.StationWord;
import gateway.safety.MemberPhones;
import gateway.unread.HearingMembers;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose is this text: a member's, or a report? From a member's phone it is, in this order, a word that lets a carrier text her
 * again, a reply (a command word with a code, one about her shifts, or one that tells of a station), or what
 * {@link HearingMembers} makes of it: her own distress, or words. A phone that is lost gives no reply.
 */
public final class Switchboard {

    private final Members members;
    private final Envelopes envelopes;
    private final ReplyDesks replyDesks;
    private final MemberPhones phones;
    private final DutyDesk dutyDesk;
    private final HearingMembers hearingMembers;
    private final Codebook codebook;

    public Switchboard(Members members, Envelopes envelopes, ReplyDesks replyDesks, MemberPhones phones, DutyDesk dutyDesk,
            HearingMembers hearingMembers, Codebook codebook) {
        this.phones = phones;
        this.replyDesks = replyDesks;
        this.members = members;
        this.envelopes = envelopes;
        this.dutyDesk = dutyDesk;
        this.hearingMembers = hearingMembers;
        this.codebook = codebook;
    }

    /** Whose phone it came from, if it is a member's; the answer is waited for later. */
    Supplier<Optional<Member>> askWhose(Transaction tx, Envelope envelope) {
        return PhoneNumber.read(envelope.from()).<Supplier<Optional<Member>>>map(phone -> members.askByPhone(tx, phone)).orElse(Optional::empty);
    }

    boolean maySpeak(Transaction tx, Member member) {
        return replyDesks.replyDesk().maySpeak(tx, member);
    }

    /** The least that can be done with it if it came from a member's phone. Says whose, if it did. */
    Optional<MemberId> keepAtLeast(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Instant now) {
        var member = PhoneNumber.read(envelope.from()).flatMap(phone -> members.idByPhone(tx, phone));
        member.ifPresent(known -> hearingMembers.keepAtLeast(tx, envelope, hotline, known, now));
        return member;
    }

    /** Takes in what came from a member's phone. */
    void hear(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Member member, Instant now) {
        if (envelope.says() == CarrierSays.OPTED_OUT) {
            phones.refused().refuse(tx, member);
        } else if (envelope.says() == CarrierSays.OPTED_IN && !codebook.isOptIn(envelope.words())) {
            phones.optingIn().hear(tx, member);
        }
        if (codebook.isOptIn(envelope.words())) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
            phones.optingIn().hear(tx, member);
        } else if (!member.barred().isEmpty() && phones.verifying().hearOfFound(tx, member, envelope.words())) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
        } else if (hearingMembers.isAutomatic(envelope) || !maySpeak(tx, member)
                || !act(tx, envelope, hotline, member, now)) {
            hearingMembers.hear(tx, envelope, hotline, member, now);
        }
    }

    private boolean act(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Member member, Instant now) {
        var reply = replyDesks.replyDesk().read(tx, member, envelope.words());
        var hasLiveCode = reply instanceof Reply.AskBack(_, _, var codes, _) && !codes.isEmpty();
        if (!hasLiveCode && phones.verifying().hear(tx, member, envelope.words())) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
            return true;
        }
        var onDuty = DutyWord.read(envelope.words()).filter(word -> dutyDesk.concerns(tx, member, word));
        if (onDuty.isPresent()) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
            dutyDesk.answer(tx, member, onDuty.get());
            return true;
        }
        var station = StationWord.read(envelope.words());
        if (reply instanceof Reply.NotAReply && station.isEmpty() && !codebook.isOptOut(envelope.words())) {
            return false;
        }
        if (!hearingMembers.hearBeside(tx, envelope, hotline, member, reply, now)) {
            envelopes.fromMember(tx, envelope, hotline, member.id(), now);
        }
        if (station.isPresent()) {
            replyDesks.stationDesk().answer(tx, member, station.get());
        } else if (reply instanceof Reply.NotAReply) {
            phones.optingOut().hear(tx, member);
        } else {
            replyDesks.replyDesk().answer(tx, member, reply);
        }
        return true;
    }
}
