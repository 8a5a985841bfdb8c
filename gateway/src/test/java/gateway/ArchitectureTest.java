package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import gateway.badhouse.BadEntry;
import gateway.entry.TimelineEntry;
import gateway.phone.PhoneNumber;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules a machine keeps; each is run over a bad house as well, so that none of them is empty. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = imported(Gateway.class, "gateway");
    private static final JavaClasses BAD_HOUSE = imported(ArchitectureTest.class, "gateway.badhouse");
    private static final HouseRules RULES = new HouseRules("gateway");
    private static final HouseRules BAD_RULES = new HouseRules("gateway.badhouse");

    /** Texts that an entry may hold: words of closed lists, and what a member wrote for the timeline. */
    private static final Set<String> TEXTS_OF_ENTRIES = Set.of("code", "gravestCode", "pack", "area", "way", "why", "how", "error",
            "outcomes", "words", "reason", "kind", "what");

    /** May only grow shorter. */
    private static final Set<String> TAKE_MORE = Set.of("Bridging", "Database", "Exchange", "HearingMembers", "Prose", "ResponderTalk");

    static final List<String> STAIR = HouseRules.STAIR;
    static final List<String> DOORS = HouseRules.DOORS;
    static final List<String> CONSOLE_ROOMS = HouseRules.CONSOLE_ROOMS;

    @Test
    void every_package_stands_on_the_stair() {
        RULES.everyPackageStandsOnTheStair().check(HOUSE);

        var steps = new TreeSet<>(STAIR);
        steps.add(HouseRules.COMMAND);
        assertEquals(steps, HOUSE.stream().map(JavaClass::getPackageName)
                .filter(name -> !name.equals("gateway")).map(name -> name.split("\\.")[1]).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @FieldSource("STAIR")
    void a_package_knows_only_the_packages_below_it(String step) {
        RULES.knowsOnlyWhatIsBelow(step).check(HOUSE);
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void doors_do_not_know_one_another(String door) {
        RULES.doorsDoNotKnowOneAnother(door).check(HOUSE);
    }

    @ParameterizedTest
    @FieldSource("CONSOLE_ROOMS")
    void a_room_of_the_console_knows_the_frame_alone(String room) {
        RULES.consoleRoomsKnowTheFrameAlone(room).check(HOUSE);
    }

    @Test
    void the_frame_of_the_console_knows_no_room() {
        RULES.theFrameKnowsNoRoom().check(HOUSE);
    }

    @Test
    void only_twilios_door_knows_twilio() {
        RULES.onlyTwiliosDoorKnowsTwilio().check(HOUSE);
    }

    @Test
    void only_doors_and_roof_know_the_web() {
        RULES.onlyDoorsAndRoofKnowTheWeb().check(HOUSE);
    }

    @Test
    void only_database_and_roof_hold_the_pool() {
        RULES.onlyDatabaseAndRoofHoldThePool().check(HOUSE);
    }

    @Test
    void only_files_the_timeline_and_doors_read_json() {
        RULES.onlyFilesTimelineAndDoorsReadJson().check(HOUSE);
    }

    @Test
    void only_stores_speak_sql() {
        RULES.onlyStoresSpeakSql().check(HOUSE);

        var gone = new TreeSet<>(HouseRules.STORES);
        HOUSE.forEach(type -> gone.remove(type.getName().substring("gateway.".length())));
        assertEquals(Set.of(), gone, "stores that are no longer there");
    }

    @Test
    void nobody_locks_a_row_against_those_who_only_refer_to_it() {
        RULES.nobodyLocksTooMuch().check(HOUSE);
    }

    @Test
    void nobody_hashes_slowly_in_a_transaction() {
        RULES.nobodyHashesSlowlyInATransaction().check(HOUSE);
    }

    @Test
    void only_database_doors_and_roof_know_futures() {
        RULES.onlyDatabaseDoorsAndRoofKnowFutures().check(HOUSE);
    }

    @Test
    void nobody_gives_up_on_a_wait_that_vertx_still_holds() {
        RULES.onlyWaitingHasATimeLimit().check(HOUSE);
    }

    @Test
    void time_and_chance_come_in_through_the_roof() {
        RULES.timeAndChanceComeInThroughTheRoof().check(HOUSE);
    }

    @Test
    void nobody_prints() {
        RULES.nobodyPrints().check(HOUSE);
    }

    @Test
    void only_those_who_tell_add_to_the_outbox() {
        RULES.onlyThoseWhoTellAddToTheOutbox().check(HOUSE);
    }

    @Test
    void what_decides_asks_nobody() {
        RULES.whatDecidesAsksNobody().check(HOUSE);
    }

    @Test
    void every_class_has_a_name_of_its_own() {
        RULES.everyClassHasANameOfItsOwn().check(HOUSE);
    }

    @Test
    void no_file_grows_too_long() throws IOException {
        assertEquals(Set.of(), HouseRules.filesOver(250, Path.of("gateway/src/main/java")));
        assertEquals(Set.of(), HouseRules.filesOver(400, Path.of("gateway/src/test/java")));
        assertEquals(Set.of("AsksTheTime"), HouseRules.filesOver(40, Path.of("gateway/src/test/java/gateway/badhouse")));
    }

    @Test
    void no_package_grows_too_large() throws IOException {
        assertEquals(Set.of(), HouseRules.packagesOver(40, 3000, Path.of("gateway/src/main/java")));

        assertTrue(HouseRules.packagesOver(1, 3000, Path.of("gateway/src/test/java/gateway/badhouse")).contains("dispatch"));
        assertTrue(HouseRules.packagesOver(40, 30, Path.of("gateway/src/test/java/gateway/badhouse")).contains("dispatch"));
    }

    @Test
    void a_constructor_takes_at_most_seven_things() {
        assertEquals(TAKE_MORE, HouseRules.takingMoreThan(7, HOUSE));
        assertEquals(Set.of("TakesEight"), HouseRules.takingMoreThan(7, BAD_HOUSE));
    }

    @Test
    void the_house_is_one_call_a_room() throws IOException {
        assertTrue(!HouseRules.filesOver(150, Path.of("gateway/src/main/java/gateway")).contains("House"));
    }

    @Test
    void no_timeline_entry_holds_a_phone_number_or_a_reporters_words() {
        assertEquals(List.of(), faults(TimelineEntry.class));
    }

    @Test
    void a_timeline_entry_with_a_number_or_a_reporters_words_is_found() {
        assertEquals(List.of("Heard.number is a phone number", "Heard.texts is free text", "Kept.among is a phone number"),
                faults(BadEntry.class));
    }

    @Test
    void templates_escape_all_they_print() throws IOException {
        try (var templates = Files.walk(Path.of("gateway/src/main/jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                assertTrue(!Files.readString(template).contains("$unsafe"), template + " prints unescaped");
            }
        }
    }

    /** A row a rule, and who in the bad house breaks it. */
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(BAD_RULES.everyPackageStandsOnTheStair(), List.of("elsewhere.OffTheStair")),
                Arguments.of(BAD_RULES.knowsOnlyWhatIsBelow("phone"), List.of("phone.KnowsAbove", "phone.KnowsTheRoof")),
                Arguments.of(BAD_RULES.doorsDoNotKnowOneAnother("twilio"), List.of("twilio.KnowsAnotherDoor")),
                Arguments.of(BAD_RULES.consoleRoomsKnowTheFrameAlone("alerts"), List.of("console.alerts.KnowsAnotherRoom")),
                Arguments.of(BAD_RULES.theFrameKnowsNoRoom(), List.of("console.frame.KnowsARoom")),
                Arguments.of(BAD_RULES.onlyTwiliosDoorKnowsTwilio(), List.of("dispatch.KnowsTwilio")),
                Arguments.of(BAD_RULES.onlyDoorsAndRoofKnowTheWeb(), List.of("dispatch.KnowsTheWeb")),
                Arguments.of(BAD_RULES.onlyDatabaseAndRoofHoldThePool(), List.of("dispatch.HoldsThePool")),
                Arguments.of(BAD_RULES.onlyFilesTimelineAndDoorsReadJson(), List.of("dispatch.ReadsJson")),
                Arguments.of(BAD_RULES.onlyStoresSpeakSql(), List.of("console.SpeaksSql.asks", "console.SpeaksSql.does",
                        "console.SpeaksSql.asksForOne", "console.SpeaksSql.writes")),
                Arguments.of(BAD_RULES.nobodyLocksTooMuch(), List.of("FOR UPDATE OF alert", "' FOR UPDATE")),
                Arguments.of(BAD_RULES.nobodyHashesSlowlyInATransaction(), List.of("(2 times)", "HashesSlowly calls SlowHash.matches")),
                Arguments.of(BAD_RULES.onlyDatabaseDoorsAndRoofKnowFutures(), List.of("dispatch.KnowsFutures")),
                Arguments.of(BAD_RULES.onlyWaitingHasATimeLimit(), List.of("dispatch.KnowsFutures.givesUp")),
                Arguments.of(BAD_RULES.timeAndChanceComeInThroughTheRoof(), List.of("AsksTheTime.now", "AsksTheTime.day",
                        "AsksTheTime.clock", "AsksTheTime.source", "AsksTheTime.millis", "AsksTheTime.nanos",
                        "AsksTheTime.chance", "AsksTheTime.id", "AsksTheTime.reference")),
                Arguments.of(BAD_RULES.nobodyPrints(), List.of("Prints.aloud", "Prints.aTrace")),
                Arguments.of(BAD_RULES.whatDecidesAsksNobody(), List.of("codebook.Chances", "dispatch.RashPlan.at", "dispatch.RashPlan.tx",
                        "dispatch.RashPlan.log")),
                Arguments.of(BAD_RULES.everyClassHasANameOfItsOwn(), List.of("is named like", "dispatch.Somebody")),
                Arguments.of(BAD_RULES.onlyThoseWhoTellAddToTheOutbox(), List.of("intake.AddsToTheOutbox")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void every_rule_finds_who_breaks_it(ArchRule rule, List<String> culprits) {
        var found = String.valueOf(assertThrows(AssertionError.class, () -> rule.check(BAD_HOUSE)).getMessage());

        culprits.forEach(culprit -> assertTrue(found.contains(culprit), () -> culprit + " is not in: " + found));
    }

    private static List<String> faults(Class<?> entries) {
        var faults = new TreeSet<String>();
        look(entries, faults);
        return List.copyOf(faults);
    }

    private static void look(Class<?> entry, Set<String> faults) {
        if (entry.isSealed()) {
            Arrays.stream(entry.getPermittedSubclasses()).forEach(kind -> look(kind, faults));
            return;
        }
        for (var component : entry.getRecordComponents()) {
            var name = entry.getSimpleName() + "." + component.getName();
            for (var type : within(component.getGenericType())) {
                if (type == PhoneNumber.class) {
                    faults.add(name + " is a phone number");
                } else if (type == String.class && !TEXTS_OF_ENTRIES.contains(component.getName())) {
                    faults.add(name + " is free text");
                } else if (type.isRecord() && type.getPackageName().equals(entry.getPackageName())) {
                    look(type, faults);
                }
            }
        }
    }

    /** The types a component is made of: a list's elements, a map's keys and values. */
    private static List<Class<?>> within(Type type) {
        var found = new ArrayList<Class<?>>();
        switch (type) {
            case Class<?> plain -> found.add(plain.isArray() ? plain.getComponentType() : plain);
            case ParameterizedType generic -> Arrays.stream(generic.getActualTypeArguments())
                    .forEach(argument -> found.addAll(within(argument)));
            default -> throw new IllegalArgumentException("a component of type " + type);
        }
        return found;
    }

    private static JavaClasses imported(Class<?> neighbour, String root) {
        try {
            var folder = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new ClassFileImporter().importPath(folder.resolve(root.replace('.', '/')));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
