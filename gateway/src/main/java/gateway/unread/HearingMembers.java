package gateway.unread;

import gateway.alert.Actor;
import gateway.alert.Heart;
import gateway.alert.LockedAlert;
import gateway.asking.MoreHands;
import gateway.contact.ContactPoints;
import gateway.contact.Hotline;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.incoming.Envelope;
import gateway.incoming.Envelopes;
import gateway.intake.Intake;
import gateway.intake.NewProposals;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.reading.Understood;
import gateway.replying.AnsweringWords;
import gateway.replyword.Reply;
import gateway.unread.MemberReading.Read;
import gateway.unread.MemberReading.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes in a text from a member's phone that is no reply. Distress opens an alert, and one more is asked beside her on what she
 * has; words are kept on the alert she has or was asked for. A number alone takes nothing from her.
 */
public final class HearingMembers {

    private static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(10);

    private final MemberReading reading;
    private final MemberTexts texts;
    private final Envelopes envelopes;
    private final ContactPoints contactPoints;
    private final Intake intake;
    private final Heart heart;
    private final MoreHands moreHands;
    private final AnsweringWords answering;

    public HearingMembers(MemberReading reading, MemberTexts texts, Envelopes envelopes, ContactPoints contactPoints,
            Intake intake, Heart heart, MoreHands moreHands, AnsweringWords answering) {
        this.heart = heart;
        this.reading = reading;
        this.texts = texts;
        this.envelopes = envelopes;
        this.contactPoints = contactPoints;
        this.intake = intake;
        this.moreHands = moreHands;
        this.answering = answering;
    }

    /** Whether a machine wrote it: what it quotes is no reply. */
    public boolean isAutomatic(Envelope envelope) {
        return reading.isAutomatic(envelope.words());
    }

    public void hear(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Member member, Instant now) {
        var about = texts.about(tx, member.id(), now);
        var standing = new Standing(about.isPresent(), texts.hasReported(tx, member.id()));
        var read = reading.of(envelope.words(), standing, false);
        var id = read.kind().opens() ? report(tx, envelope, hotline, member, read.understood(), standing.reported(), now)
                : envelopes.fromMember(tx, envelope, hotline, member.id(), now);
        if (read.kind().isKept()) {
            keep(tx, envelope, id, member, about, read, now);
        }
    }

    /**
     * What stood beside a command or a code is kept with the answer to it. Where it may be her own distress, it opens an alert as
     * well. Says whether it did.
     */
    public boolean hearBeside(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Member member, Reply reply, Instant now) {
        var distress = switch (reply) {
            case Reply.Act act -> reading.distressBeside(act.words(), false);
            case Reply.AskBack asked -> reading.distressBeside(asked.words(), asked.why() == Reply.Why.CODE_ALONE && asked.command() == null);
            case Reply.WrongCode wrong -> reading.distressBeside(wrong.words(), false);
            case Reply.NotAReply _ -> Optional.<Understood>empty();
        };
        distress.ifPresent(understood -> report(tx, envelope, hotline, member, understood, texts.hasReported(tx, member.id()), now));
        return distress.isPresent();
    }

    /**
     * All that is done when the whole could not be: her words are kept for a human, who is told; only what the codebook alone
     * reads as plain distress opens an alert.
     */
    public void keepAtLeast(Transaction tx, Envelope envelope, Optional<Hotline> hotline, MemberId member, Instant now) {
        var read = readAtLeast(envelope.words());
        if (read.kind().opens()) {
            var phone = contactPoints.hear(tx, envelope.from(), now);
            var id = envelopes.fromContactPoint(tx, envelope, hotline, phone.id(), now);
            intake.open(tx, id, hotline, phone, read.understood(), envelope.words(), now);
        } else {
            texts.addAtLeast(tx, envelopes.fromMember(tx, envelope, hotline, member, now), member, envelope.words(), now);
        }
    }

    private Read readAtLeast(String words) {
        try {
            return reading.of(words, Standing.UNKNOWN, false);
        } catch (RuntimeException unreadable) {
            // What failed before may have been this: a human reads the words.
            return reading.nothing();
        }
    }

    private UUID report(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Member member, Understood understood,
            boolean reported, Instant now) {
        var phone = contactPoints.hear(tx, envelope.from(), now);
        var id = envelopes.fromContactPoint(tx, envelope, hotline, phone.id(), now);
        intake.report(tx, id, hotline, phone, understood, envelope.words(), now);
        if (!reported) {
            moreHands.wantBeside(tx, member.id(), now);
        }
        return id;
    }

    private void keep(Transaction tx, Envelope envelope, UUID id, Member member, Optional<MemberTexts.About> about, Read read,
            Instant now) {
        var alert = about.flatMap(found -> heart.alerts().lock(tx, found.alert()));
        var answered = read.isAnswered() && !texts.wasAnsweredSince(tx, member.id(), now.minus(BETWEEN_ANSWERS));
        var text = texts.add(tx, id, member.id(), alert, envelope.words(), read.automatic(), answered, now);
        alert.ifPresent(locked -> note(tx, locked, text, member, envelope.words(), read, now));
        if (answered) {
            answering.answer(tx, alert, about.map(MemberTexts.About::dispatch), member);
        }
    }

    private void note(Transaction tx, LockedAlert alert, UUID text, Member member, String words, Read read, Instant now) {
        alert.tell(tx, Actor.GATEWAY, new ReportEntry.MemberTexted(text, member.id(), words));
        if (!read.automatic()) {
            var named = NewProposals.of(alert.alert(), read.understood(), heart.arrestees().of(tx, alert.alert().id()));
            heart.proposals().addOfMember(tx, alert, text, heart.proposals().freshOf(tx, alert, named, heart.proposals().isDoubted(tx, text)), now);
        }
    }
}
