package gateway.virtualphone;

import gateway.hotline.Hotline;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.util.List;
import java.util.Map;

/** All phones side by side, as one look at them: in one language, with one of the reporter's numbers. */
public record PhonesPage(Phrases phrases, Look look, List<PhoneView> phones, List<Hotline> hotlines) {

    /** What the page's address chooses: the secret base, the language, and the number the reporter is played with. */
    public record Look(String base, Language language, PhoneNumber reporter) {

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

    public String asset(String name) {
        return look.base() + "/assets/" + name;
    }

    public String in(Language language) {
        return look.base() + "/" + new Look(look.base(), language, look.reporter()).query();
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
        return new PhonesPage(phrases, look, some, hotlines);
    }

    private static String lastFour(PhoneNumber number) {
        return number.e164().substring(number.e164().length() - 4);
    }

    @Override
    public String toString() {
        return "PhonesPage[" + look + "]";
    }
}
