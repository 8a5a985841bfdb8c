package gateway.console;

import java.util.List;

/**
 * How to record by phone: a code, shown once.
 *
 * @param number    the record line, its groups apart
 * @param code      as it is to be keyed
 * @param until     how long it lives, as a sentence
 * @param language  the language all of it is said in
 * @param sentences what will be asked for, in this order
 */
public record SittingPage(Frame frame, String number, String code, String until, String language, List<String> sentences) {

    @Override
    public String toString() {
        return "SittingPage[masked]";
    }
}
