package gateway.console;

import gateway.alert.Outcome;
import gateway.console.people.EnrolmentRules;
import gateway.messaging.Phrases;
import java.util.List;

/**
 * What the console says and asks for, as the pack has it.
 *
 * @param outcomes  in the order in which an alert's page lists them
 * @param enrolment what an enrolment's form is checked by
 */
public record ConsoleWords(Phrases phrases, List<Outcome> outcomes, EnrolmentRules enrolment) {}
