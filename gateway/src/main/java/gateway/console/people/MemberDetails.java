package gateway.console.people;

import gateway.console.frame.Form;
import gateway.console.frame.Frame;
import java.util.List;

/**
 * A member, as only she and coordinators see her: when she is on call, what she is asked, and how she wants to be asked.
 *
 * @param own     whether she reads it herself
 * @param path    where the page is
 * @param counted how often she was asked lately, as sentences
 */
public record MemberDetails(Frame frame, String alias, String roles, String phone, boolean reachable, boolean mayLose,
        boolean own, String path, List<Shift> shifts, List<Asked> asked, List<String> counted, Form form) {

    public record Shift(String roster, String time) {}

    /** @param held whether she has it */
    public record Asked(String number, String discipline, String time, String state, boolean held) {}

    /** What she chose, as the form shows it. */
    public record Form(List<Option> quiet, List<Option> callAfter, List<Option> languages, List<Option> areas,
            List<Option> notAreas, List<Option> notPlaces, String note) {

        @Override
        public String toString() {
            return "Form";
        }
    }

    /** One thing to choose: the field it is sent as, or the value of a field. */
    public record Option(String value, String name, boolean chosen) {

        @Override
        public String toString() {
            return "Option";
        }
    }
}
