package gateway.network;

import gateway.contact.Answer;
import gateway.contact.CallAnswer;
import gateway.member.Role;
import gateway.network.Network.ListedContact;
import gateway.network.Network.ListedHotline;
import gateway.network.Network.ListedMember;
import gateway.network.Network.ListedRoster;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a network file: whole, or all that is wrong with it, each fault with its line. */
public final class NetworkFile {

    private static final Set<String> FILE = Set.of("time-zone", "members", "rosters", "policies", "hotlines", "outside-contacts");
    private static final Set<String> CONTACT = Set.of("name", "number", "language");
    private static final Set<String> MEMBER = Set.of("alias", "phone", "verified", "language", "roles", "languages", "areas");
    private static final Set<String> ROSTER = Set.of("name", "discipline", "shifts", "rotations", "surges", "covers", "closed", "confirm",
            "swaps");
    private static final Set<String> HOTLINE = 
            Set.of("name", "number", "languages", "answer", "calls", "policy");
    private static final PhoneNumber NO_NUMBER = new PhoneNumber("+12025550199");
    private static final String LANGUAGES =
            PlainWords.language(Arrays.stream(Language.values()).map(Language::tag).toList());

    private final FictionNumbers fiction;
    private final Optional<AskedBlindly> askedBlindly;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final RosterReading rosterReading = new RosterReading(aliases);
    private final Map<String, String> rosterNames = new TreeMap<>();
    private final PolicyReading policyReading = new PolicyReading(rosterNames, aliases);
    private final Map<String, String> policyNames = new TreeMap<>();
    private final Map<String, String> hotlineNames = new TreeMap<>();
    private final Map<String, String> contactNames = new TreeMap<>();
    private final Map<String, String> numbers = new TreeMap<>();

    private NetworkFile(FictionNumbers fiction, Optional<AskedBlindly> askedBlindly) {
        this.fiction = fiction;
        this.askedBlindly = askedBlindly;
    }

    /** As it is written, whoever's phone is verified. */
    public static NetworkReading read(Path file, FictionNumbers fiction) {
        return read(file, fiction, Optional.empty());
    }

    /** @param proven whose phone is known to be hers, whatever the file says; a step may ask only such, and those it vouches for */
    public static NetworkReading read(Path file, FictionNumbers fiction, BiPredicate<String, PhoneNumber> proven) {
        return read(file, fiction, Optional.of(new AskedBlindly(proven)));
    }

    private static NetworkReading read(Path file, FictionNumbers fiction, Optional<AskedBlindly> askedBlindly) {
        try {
            return read(Files.readString(file), fiction, askedBlindly);
        } catch (CharacterCodingException notText) {
            return faulty(PlainWords.NOT_UTF_8);
        } catch (IOException unreadable) {
            return faulty(PlainWords.unreadable(unreadable.getClass().getSimpleName() + " " + file));
        }
    }

    static NetworkReading read(String written, FictionNumbers fiction) {
        return read(written, fiction, Optional.empty());
    }

    static NetworkReading read(String written, FictionNumbers fiction, Optional<AskedBlindly> askedBlindly) {
        try {
            var withoutMark = written.startsWith("\uFEFF") ? written.substring(1) : written;
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(withoutMark));
            if (root == null) {
                return faulty(PlainWords.EMPTY_FILE);
            }
            var file = new NetworkFile(fiction, askedBlindly);
            var network = file.network(FileSection.of(root, file.faults, FILE));
            return file.faults.isEmpty() ? new NetworkReading.Sound(network)
                    : new NetworkReading.Faulty(file.faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
        } catch (MarkedYAMLException notYaml) {
            var mark = notYaml.getProblemMark();
            return new NetworkReading.Faulty(List.of(new Fault(mark == null ? 1 : mark.getLine() + 1, "",
                    PlainWords.notYaml(String.valueOf(notYaml.getProblem())))));
        } catch (YAMLException notYaml) {
            return faulty(PlainWords.notYaml(String.valueOf(notYaml.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private static NetworkReading faulty(String problem) {
        return new NetworkReading.Faulty(List.of(new Fault(1, "", problem)));
    }

    private Network network(FileSection file) {
        var zone = file.value("time-zone", NetworkWords::zone, PlainWords.ZONE, ZoneId.of("UTC"));
        var members = file.sections("members", MEMBER).stream().map(this::member).toList();
        var rosters = file.sections("rosters", ROSTER).stream().map(this::roster).toList();
        var policySections = file.sections("policies", PolicyReading.POLICY);
        var policies = policySections.stream().map(policy -> policyReading.read(policy, name(policy, policyNames))).toList();
        var hotlines = file.sections("hotlines", HOTLINE).stream().map(this::hotline).toList();
        var contacts = file.has("outside-contacts")
                ? file.sections("outside-contacts", CONTACT).stream().map(this::contact).toList() : List.<ListedContact>of();
        var network = new Network(zone, members, rosters, policies, hotlines, contacts);
        askedBlindly.ifPresent(check -> {
            for (var policy = 0; policy < policies.size() && faults.isEmpty(); policy++) {
                check.of(network, policies.get(policy)).forEach(policySections.get(policy)::nameFault);
            }
        });
        return network;
    }

    private ListedMember member(FileSection member) {
        var alias = member.value("alias", NetworkWords::alias, PlainWords.ALIAS, "");
        once(member, "alias", alias, aliases);
        var phone = member.has("phone") ? number(member, "phone") : null;
        var verified = member.has("verified") && member.value("verified", NetworkWords::yesOrNo, PlainWords.YES_OR_NO, false);
        if (verified && phone == null) {
            member.fault("alias", PlainWords.VERIFIED_WITHOUT_PHONE);
        }
        var language = member.value("language", Language::read, LANGUAGES, Language.EN);
        var roles = member.values("roles", word -> NetworkWords.constant(Role.class, word), PlainWords.ROLE, Role.RESPONDER);
        var languages = member.has("languages") ? member.values("languages", NetworkWords::spoken, PlainWords.SPOKEN, "en") : List.<String>of();
        var areas = member.has("areas") ? member.values("areas", NetworkWords::area, PlainWords.AREA, "") : List.<String>of();
        return new ListedMember(alias, phone, verified, language, Set.copyOf(roles), Set.copyOf(languages), Set.copyOf(areas));
    }

    private ListedRoster roster(FileSection roster) {
        return rosterReading.read(roster, name(roster, rosterNames));
    }

    private ListedHotline hotline(FileSection hotline) {
        var name = name(hotline, hotlineNames);
        var number = number(hotline, "number");
        var languages = hotline.values("languages", Language::read, LANGUAGES, Language.EN);
        var answer = hotline.value("answer", word -> NetworkWords.constant(Answer.class, word), PlainWords.ANSWER, Answer.SILENT);
        var calls = hotline.has("calls")
                ? hotline.value("calls", word -> NetworkWords.constant(CallAnswer.class, word), PlainWords.CALLS, CallAnswer.MENU)
                : CallAnswer.MENU;
        var policy = hotline.value("policy", word -> NetworkWords.known(policyNames, word), unknown("policy", policyNames), "");
        return new ListedHotline(name, number, languages, answer, calls, policy);
    }

    private ListedContact contact(FileSection contact) {
        var name = name(contact, contactNames);
        var number = number(contact, "number");
        return new ListedContact(name, number, contact.value("language", Language::read, LANGUAGES, Language.EN));
    }

    @SuppressWarnings("ReferenceEquality") // A number that is written may equal what stands for none.
    private PhoneNumber number(FileSection section, String key) {
        var number = section.value(key, PhoneNumber::read, PlainWords.NUMBER, NO_NUMBER);
        if (number != NO_NUMBER) {
            once(section, key, number.e164(), numbers);
            if (fiction == FictionNumbers.REFUSED && number.isFiction()) {
                section.fault(key, PlainWords.FICTION);
            }
        }
        return number;
    }

    /** The section's name, which must not have been used before. */
    static String name(FileSection section, Map<String, String> names) {
        var name = section.value("name", NetworkWords::name, PlainWords.NAME, "");
        once(section, "name", name, names);
        return name;
    }

    /** Names and numbers are unique, whatever their letters' size. */
    private static void once(FileSection section, String key, String value, Map<String, String> taken) {
        if (!value.isEmpty() && taken.putIfAbsent(value.toLowerCase(Locale.ROOT), value) != null) {
            section.fault(key, PlainWords.twice(key));
        }
    }

    static String unknown(String what, Map<String, String> known) {
        return PlainWords.unknown(what, known.values());
    }
}
