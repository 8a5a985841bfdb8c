package gateway.console.people;

import gateway.console.frame.PasswordHashing;
import gateway.contact.SafeWords;
import gateway.reading.AgreedWords;
import java.util.List;

/** What an enrolment's form needs to know: which words can be agreed, how they are hashed, and the pack's consents, in the order in which it lists them. */
public record EnrolmentRules(AgreedWords agreed, SafeWords safeWords, PasswordHashing hashing, List<String> consents) {}
