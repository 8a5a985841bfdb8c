package gateway.console.people;

import gateway.contact.SafeWords;
import gateway.reading.AgreedWords;
import java.util.List;

/** What an enrolment's form needs to know: which words can be agreed, how they are hashed, and the pack's consents. */
public record EnrolmentRules(AgreedWords agreed, SafeWords safeWords, List<String> consents) {}
