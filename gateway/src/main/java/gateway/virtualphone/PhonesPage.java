package gateway.virtualphone;

import gateway.contact.Hotline;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All phones side by side, as one look at them: in one language, with one of the reporter's numbers.
 *
 * @param seen the parts that the page has already, and that are not sent again
 */
public record PhonesPage(Phrases phrases, Look look, List<PhoneView> phones, List<Hotline> hotlines,
        Set<String> seen) {

    /**
     * What the page's address chooses: the secret base, the language, and the number the reporter is played with.
     *
     * @param again changes with each reload by a link, since a link to the very same place would not load it again
     */
    public record Look(String base, Language language, PhoneNumber reporter, boolean again) {

        String query() {
            return "?language=" + language.tag() + "&reporter=" + lastFour(reporter);
        }

        @Override
        public String toString() {
            return "Look[" + language + "]";
        }
    }

    public String say(String key) {
        return phrases.say(look.language(), "phones." + key, Map.of());
    }

    public String say(String key, Map<String, String> values) {
        return phrases.say(look.language(), "phones." + key, values);
    }

    public String name(PhoneView phone) {
        return phone.isReporters() ? say("reporter") : phone.alias();
    }

    /** An address on this door, with this page's look. */
    public String at(String path) {
        return look.base() + path + look.query();
    }

    /** The page once more, at this phone. */
    public String reload(PhoneView phone) {
        return at("/") + (look.again() ? "" : "&again=true") + "#phone-" + phone.digits();
    }

    public String prompt(CallView.SaidView said) {
        return look.base() + "/prompts/" + said.prompt();
    }

    /** The keypad, row by row. */
    public List<String> keys() {
        return List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");
    }

    /** A key as addresses and phrases name it. */
    public String keyName(String key) {
        return switch (key) {
            case "*" -> "star";
            case "#" -> "hash";
            default -> key;
        };
    }

    public String asset(String name) {
        return look.base() + "/assets/" + name;
    }

    public String in(Language language) {
        return look.base() + "/" + new Look(look.base(), language, look.reporter(), false).query();
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** The last four digits of each number a reporter can be played with. */
    public List<String> reporters() {
        return Cast.reporters().stream().map(PhonesPage::lastFour).toList();
    }

    public String reporter() {
        return lastFour(look.reporter());
    }

    public PhonesPage only(List<PhoneView> some) {
        return new PhonesPage(phrases, look, some, hotlines, seen);
    }

    /** The same page for somebody who has these parts of it. */
    PhonesPage knowing(Set<String> parts) {
        return new PhonesPage(phrases, look, phones, hotlines, parts);
    }

    public boolean isNew(String part) {
        return !seen.contains(part);
    }

    boolean hasNew(PhoneView phone) {
        return isNew(phone.seen()) || isNew(phone.seenCall()) || isNew(phone.seenControls());
    }

    /** A number of ours that a phone can ring or text. */
    public record Line(String number, String name) {
        @Override
        public String toString() {
            return "Line[" + name + "]";
        }
    }

    public List<Line> lines() {
        return hotlines.stream().map(hotline -> new Line(hotline.number().e164(), hotline.name())).toList();
    }

    /** The name of the hotline that a phone sees in its call; its number when it is no hotline's any more. */
    public String hotline(CallView call) {
        return hotlines.stream().filter(hotline -> hotline.number().equals(call.hotline())).map(Hotline::name)
                .findFirst().orElse(call.hotline().e164());
    }

    private static String lastFour(PhoneNumber number) {
        return number.e164().substring(number.e164().length() - 4);
    }

    @Override
    public String toString() {
        return "PhonesPage[" + look + "]";
    }
}
