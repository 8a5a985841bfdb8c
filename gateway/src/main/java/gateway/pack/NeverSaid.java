package gateway.pack;

import gateway.folding.TextFolding;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Words that must stand in no text of a kind, in no language. */
enum NeverSaid {

    /** Whoever looks over a responder's shoulder must not learn from a text what it is about. */
    ON_A_PHONE("police", "arrest", "station", "sweep", "raid", "custody", "prison",
            "jail", "law", "legal", "medic", "doctor", "clinic", "hospital", "prosecutor", "court", "polis", "ប៉ូលិស", "ប៉ុស្តិ៍",
            "នគរបាល", "ចាប់ខ្លួន", "មេធាវី", "ច្បាប់", "គ្រូពេទ្យ", "ពេទ្យ", "តុលាការ", "ពន្ធនាគារ"),

    /** What a plain reply must not say: whoever reads it may not be her, and nobody is promised. */
    IN_PLAIN("police", "polis", "arrest", "sex", "hiv", "aids", "wnu", "on the way", "coming", "will come", "soon", "minutes",
            "safe now", "free", "promise", "ប៉ូលិស", "ប៉ុស្តិ៍", "ចាប់", "ផ្លូវភេទ", "អេដស៍", "កំពុងមក", "ធ្វើដំណើរ", "តាមផ្លូវ",
            "នាទី", "សន្យា", "chab", "kampung mok", "mok haey"),

    /** What a cover reply must not say in any language: it is a shop's, and promises nobody. */
    IN_COVER("police", "polis", "arrest", "law", "lawyer", "legal", "court", "prison", "jail", "right",
            "sex", "hiv", "aids", "wnu", "advocate", "case", "help", "alert", "line", "hotline",
            "organisation", "organization", "network", "union", "ngo", "on the way", "coming",
            "will come", "call you", "ring you", "contact you", "ប៉ូលិស", "ប៉ុស្តិ៍", "ចាប់", "ច្បាប់",
            "មេធាវី", "តុលាការ", "ពន្ធនាគារ", "សិទ្ធិ", "ជួយ", "ជំនួយ", "អង្គការ", "សមាគម", "បណ្តាញ",
            "ខ្សែ", "ផ្លូវភេទ", "អេដស៍", "សំណុំរឿង", "អាសន្ន", "កំពុងមក", "ធ្វើដំណើរ", "តាមផ្លូវ",
            "ទាក់ទង", "chab", "meathavi", "chuoy", "chumnuoy", "angkar", "kampung mok", "mok haey");

    private final SortedMap<String, String> folded = new TreeMap<>();

    NeverSaid(String... words) {
        Arrays.stream(words).forEach(word -> folded.put(TextFolding.fold(word), word));
    }

    /** The first of them that is said all the same. */
    Optional<String> saidIn(String words) {
        return folded.entrySet().stream().filter(word -> says(words, word.getKey())).map(Map.Entry::getValue).findFirst();
    }

    /** Latin: a word that begins so, as "arrested" does. Khmer is written without spaces: anywhere. */
    private static boolean says(String words, String folded) {
        var text = " " + TextFolding.fold(words);
        return folded.charAt(0) < 0x80 ? text.contains(" " + folded) : text.replace(" ", "").contains(folded);
    }
}
