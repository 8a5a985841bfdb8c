package gateway.console.people;

import gateway.console.frame.Frame;
import java.util.List;

/** Who is enrolled, by alias; never a number. Never prints them. */
public record EnrolmentsPage(Frame frame, List<Line> people) {

    public record Line(String path, String alias, String mode, String language, String tag) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    @Override
    public String toString() {
        return "EnrolmentsPage";
    }
}
