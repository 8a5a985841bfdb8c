package gateway.contact;

import gateway.contact.ReplyRule.Verdict;
import gateway.database.Transaction;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/** What may be done with a phone that reached us, as things stand at this moment; whoever sends or rings asks here first. */
public final class ContactRules {

    private final ContactPoints contactPoints;
    private final Members members;
    private final Hotlines hotlines;
    private final NeverContact neverContact;

    public ContactRules(ContactPoints contactPoints, Members members, Hotlines hotlines, NeverContact neverContact) {
        this.contactPoints = contactPoints;
        this.members = members;
        this.hotlines = hotlines;
        this.neverContact = neverContact;
    }

    /** Which reply may go to the phone now. {@code silenceAsked}: whether a text of its alert asked for silence. */
    public Verdict reply(Transaction tx, ContactPoint phone, Hotline hotline, boolean silenceAsked, Instant now) {
        var time = now.atZone(hotline.zone()).toLocalTime();
        var strangersGetCover = hotline.answer() == Answer.COVER;
        // Nearly all texts come from strangers to a silent hotline: then nobody need look whose number it is.
        var ofOrdinary = ReplyRule.verdict(phone, NumberKind.ORDINARY, silenceAsked, strangersGetCover, time);
        if (ofOrdinary.allowsReply() && contactPoints.marks().isBlocked(tx, phone.id())) {
            return Verdict.OPTED_OUT;
        }
        return ofOrdinary.allowsReply()
                ? ReplyRule.verdict(phone, kind(tx, phone), silenceAsked, strangersGetCover, time) : ofOrdinary;
    }

    /** Why a human may not ring the phone; empty when he or she may. */
    public Optional<Verdict> againstRinging(Transaction tx, ContactPoint phone, boolean silenceAsked) {
        return ReplyRule.againstRinging(phone, kind(tx, phone), silenceAsked);
    }

    /** Why the gateway may not call the phone back by itself. */
    public Optional<Verdict> againstCallingBack(Transaction tx, ContactPoint phone, boolean silenceAsked) {
        return ReplyRule.againstCallingBack(phone, kind(tx, phone), silenceAsked);
    }

    public NumberKind kind(Transaction tx, PhoneNumber number) {
        if (neverContact.holds(number)) {
            return NumberKind.NEVER_CONTACT;
        }
        if (hotlines.byNumber(tx, number).isPresent()) {
            return NumberKind.OUR_OWN;
        }
        return members.bars().isBarred(tx, number) ? NumberKind.BARRED : NumberKind.ORDINARY;
    }

    private NumberKind kind(Transaction tx, ContactPoint phone) {
        return contactPoints.sender(tx, phone.id()).flatMap(PhoneNumber::read).map(number -> kind(tx, number))
                .orElse(NumberKind.NOT_A_NUMBER);
    }
}
