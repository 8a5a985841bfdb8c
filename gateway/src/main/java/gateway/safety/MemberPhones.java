package gateway.safety;

import gateway.contact.Hotlines;
import gateway.dispatch.AskedAgain;
import gateway.member.People;
import gateway.messaging.Outbox;
import gateway.telling.Dispatching;
import gateway.verifying.Verifying;
import java.util.random.RandomGenerator;

/** The phones of members: proved, refused, lost, found, and taken back into asking. */
public record MemberPhones(RefusedPhones refused, LosingPhone losing, FindingPhone finding, Verifying verifying,
        AskedAgain askedAgain, OptingIn optingIn, OptingOut optingOut) {

    public static MemberPhones build(People people, Hotlines hotlines, Dispatching dispatching, Outbox outbox,
            RandomGenerator random) {
        var askedAgain = new AskedAgain();
        var telling = dispatching.telling();
        var verifying = new Verifying(dispatching, hotlines, askedAgain, random);
        return new MemberPhones(new RefusedPhones(people, outbox, telling, askedAgain), new LosingPhone(people, outbox, telling),
                new FindingPhone(people.members(), verifying, askedAgain), verifying, askedAgain,
                new OptingIn(people.warnings(), telling), new OptingOut(people.warnings(), telling));
    }
}
