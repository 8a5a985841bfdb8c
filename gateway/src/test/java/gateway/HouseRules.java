package gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.entry.TimelineJson;
import gateway.messaging.Outbox;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CompoundElement;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** The rules of the house, for the house whose root package is given: the real one, or the bad one that shows they bite. */
record HouseRules(String root) {

    /** A package may know the packages before it in this list, and no other. */
    static final List<String> STAIR = List.of("phone", "folding", "codebook", "place", "database", "sealing", "messaging", "member", "roster",
            "escalation", "contact", "network", "entry", "alert", "reading", "dispatch", "replyword", "telling", "verifying", "safety",
            "asking", "holding", "replying", "duty", "incoming", "answering", "intake", "unread", "inbox", "voice", "watch",
            "twilio", "virtualphone", "console", "pack", "settings");
    /** They stand beside one another on the top step. */
    static final List<String> DOORS = List.of("twilio", "virtualphone", "console");

    /** The command line: the roof, together with the root package. */
    static final String COMMAND = "command";
    /** The console's rooms stand on its frame, and none knows another. */
    static final List<String> CONSOLE_ROOMS = List.of("signin", "alerts", "rosters", "people", "prompts");

    /** All that may put a question to PostgreSQL, beside the package {@code database}: stores, and two looks of the watch. */
    static final Set<String> STORES = Set.of(
            "sealing.KeyFile", "sealing.KeyRing",
            "messaging.CarrierAccounts", "messaging.Claims", "messaging.FailedMessages", "messaging.LapsedMessages", "messaging.NoticeCalls", "messaging.Outbox", "messaging.PlacedCalls", "messaging.DeliveryReceipts",
            "contact.ContactMarks", "contact.ContactPoints", "contact.Enrolments", "member.MemberChoices", "member.Members", "member.PhoneBars",
            "member.Pins", "member.Verifications", "member.Warnings",
            "roster.Covers", "roster.Rosters", "escalation.EscalationPolicies", "escalation.OutsideContacts", "contact.Hotlines",
            "network.Loading", "network.MemberLoading",
            "alert.AlertLists", "alert.AlertMarks", "alert.AlertOpening", "alert.Alerts", "alert.Arrestees", "alert.Ladders", "alert.Leases", "alert.Merges", "alert.Proposals", "alert.Timeline", "alert.UnattendedLadders",
            "dispatch.AskedAgain", "telling.Digests", "dispatch.AskedMembers", "dispatch.DispatchWriting", "dispatch.Dispatches", "telling.Notices", "telling.Paces", "safety.Pretences", "safety.PretendedTimers", "safety.PretendedShifts", "holding.Reliefs",
            "telling.Rings", "replying.RingIns",
            "safety.QuietTimers", "safety.SafetyTimers", "asking.WantedHands", "replying.WrongCodes",
            "duty.GapsTold", "duty.HandOvers", "duty.Promises", "duty.ShiftOffers",
            "answering.CoverReplies", "incoming.Envelopes", "answering.Erasures", "incoming.IncomingCalls", "intake.LaterTexts", "unread.MachineTexts",
            "unread.MemberTexts", "unread.Mutes",
            "intake.Reports", "intake.SafeWordTries", "incoming.Signatures", "intake.UnreadReports", "answering.WitnessReplies",
            "voice.Bridges", "voice.Prompts",
            "watch.Readiness", "watch.Tallies",
            "virtualphone.VirtualTexts", "console.rosters.CalendarFeeds", "console.frame.Sessions", "console.frame.SignInLinks",
            "console.signin.SignInThrottle", "virtualphone.VirtualCalls");

    private static final Set<String> TIME_AND_CHANCE = Set.of("java.time.Instant.now", "java.time.LocalDate.now",
            "java.time.LocalTime.now", "java.time.LocalDateTime.now", "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now", "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system", "java.time.InstantSource.system", "java.util.UUID.randomUUID", "java.util.Date.<init>",
            "java.util.Random.<init>", "java.security.SecureRandom.<init>", "java.security.SecureRandom.getInstanceStrong",
            "java.util.concurrent.ThreadLocalRandom.current", "java.lang.Math.random", "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime");

    private static final Set<String> SLOW = Set.of("SlowHash.of", "SlowHash.like", "SlowHash.matches", "SlowWork.within", "SafeWords.hash",
            "SafeWords.check", "Pins.compare", "PasswordHashing.hash", "PasswordHashing.matches", "PasswordHashing.within");

    /** They decide, beside all that is named a plan or a text: what they know is given to them. */
    private static final Set<String> DECIDES = Set.of("OnCall", "Matching", "Widening", "Joining", "ReplyReader", "PlainForm",
            "MeantCodes");
    private static final Pattern A_PLAN_OR_TEXT = Pattern.compile("\\w+(Plan|Text)");

    private static final Pattern LOCKS_TOO_MUCH = Pattern.compile("\\bFOR\\s+(UPDATE|SHARE)\\b");

    ArchRule everyPackageStandsOnTheStair() {
        return classes().should().resideInAnyPackage(
                Stream.concat(Stream.of(root, in(COMMAND)), STAIR.stream().map(this::in)).toArray(String[]::new));
    }

    /** What is below never knows what is above, and nobody knows the roof. */
    ArchRule knowsOnlyWhatIsBelow(String step) {
        var above = STAIR.stream().skip(STAIR.indexOf(step) + 1L).map(this::in).toArray(String[]::new);
        return noClasses().that().resideInAPackage(in(step))
                .should().dependOnClassesThat(resideInAnyPackage(above).or(roof()))
                .allowEmptyShould(!root.equals("gateway"));
    }

    ArchRule doorsDoNotKnowOneAnother(String door) {
        var others = DOORS.stream().filter(other -> !other.equals(door)).map(this::in).toArray(String[]::new);
        return noClasses().that().resideInAPackage(in(door)).should().dependOnClassesThat(resideInAnyPackage(others));
    }

    ArchRule consoleRoomsKnowTheFrameAlone(String room) {
        var others = Stream.concat(Stream.of(in("console").replace("..", "")), CONSOLE_ROOMS.stream().filter(other -> !other.equals(room))
                .map(other -> in("console." + other))).toArray(String[]::new);
        return noClasses().that().resideInAPackage(in("console." + room)).should().dependOnClassesThat(resideInAnyPackage(others));
    }

    ArchRule theFrameKnowsNoRoom() {
        var rooms = Stream.concat(Stream.of(in("console").replace("..", "")), CONSOLE_ROOMS.stream().map(room -> in("console." + room)))
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage(in("console.frame")).should().dependOnClassesThat(resideInAnyPackage(rooms));
    }

    ArchRule onlyTwiliosDoorKnowsTwilio() {
        return noClasses().that().resideOutsideOfPackage(in("twilio"))
                .should().dependOnClassesThat().resideInAPackage("com.twilio..");
    }

    ArchRule onlyDoorsAndRoofKnowTheWeb() {
        return noClasses().that(areNot(doorsAndRoof())).should().dependOnClassesThat().resideInAPackage("io.vertx.ext.web..");
    }

    ArchRule onlyDatabaseAndRoofHoldThePool() {
        return noClasses().that(areNot(resideInAPackage(in("database")).or(roof())))
                .should().dependOnClassesThat().haveFullyQualifiedName("io.vertx.sqlclient.Pool");
    }

    /** Files of people and the timeline's entries are JSON or YAML, and nothing else inside is. */
    ArchRule onlyFilesTimelineAndDoorsReadJson() {
        var readers = describe("files, the timeline and doors", (JavaClass type) ->
                outermost(type).getSimpleName().endsWith("File") || outermost(type).getSimpleName().equals("TimelineJson"))
                .or(resideInAnyPackage(DOORS.stream().map(this::in).toArray(String[]::new)));
        return noClasses().that(areNot(readers)).should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");
    }

    ArchRule onlyStoresSpeakSql() {
        var stores = describe("stores", (JavaClass type) ->
                STORES.contains(outermost(type).getName().substring(root.length() + 1)))
                .or(resideInAPackage(in("database")));
        return noClasses().that(areNot(stores)).should()
                .accessTargetWhere(accessTo(Transaction.class, "query", "queryOne", "querySound", "sound", "ask", "execute", "write", "writeNew"));
    }

    /**
     * {@code FOR UPDATE} waits for every insert that refers to the row, and holds it up: two that do both end in a deadlock.
     * What is looked at are all strings of a class file, constants and parts of sentences alike.
     */
    ArchRule nobodyLocksTooMuch() {
        return classes().should(new ArchCondition<JavaClass>("lock rows FOR NO KEY UPDATE") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                strings(type).filter(text -> LOCKS_TOO_MUCH.matcher(text).find()).forEach(text -> events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " locks too much: " + text.strip())));
            }
        });
    }

    /**
     * A slow hash inside a transaction holds a lock, or a connection, for as long as it takes. What is looked at are all methods
     * of a class file that are given a transaction, those made of lambdas among them.
     */
    ArchRule nobodyHashesSlowlyInATransaction() {
        return classes().should(new ArchCondition<JavaClass>("hash slowly in no transaction") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                slowCallsInTransactions(type).forEach(call -> events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " calls " + call + " in a transaction")));
            }
        });
    }

    private static Stream<String> slowCallsInTransactions(JavaClass type) {
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(file.readAllBytes()).methods().stream()
                    .filter(method -> method.methodType().stringValue().contains("Lgateway/database/Transaction;"))
                    .flatMap(method -> method.code().stream()).flatMap(CompoundElement::elementStream)
                    .filter(InvokeInstruction.class::isInstance).map(InvokeInstruction.class::cast)
                    .map(call -> call.owner().asInternalName().replaceAll(".*/", "") + "." + call.name().stringValue())
                    .filter(SLOW::contains).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> strings(JavaClass type) {
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            var found = Stream.<String>builder();
            ClassFile.of().parse(file.readAllBytes()).constantPool().forEach(entry -> {
                if (entry instanceof StringEntry text) {
                    found.add(text.stringValue());
                }
            });
            return found.build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Codes, places, numbers, plans and texts are worked out of values alone, so that a test gives them any night there is. */
    ArchRule whatDecidesAsksNobody() {
        var deciding = describe("what decides", (JavaClass type) -> DECIDES.contains(outermost(type).getSimpleName())
                || A_PLAN_OR_TEXT.matcher(outermost(type).getSimpleName()).matches())
                .or(resideInAnyPackage(in("folding"), in("codebook"), in("place"), in("phone")));
        return noClasses().that(deciding).should().dependOnClassesThat(describe("ask a database, time, chance or a log", type ->
                Stream.of(Database.class, Transaction.class, InstantSource.class, RandomGenerator.class, Logger.class)
                        .anyMatch(asked -> type.isAssignableTo(asked))));
    }

    /** Two classes of one name are taken for one another: in a review, in a stack trace, in a log. */
    ArchRule everyClassHasANameOfItsOwn() {
        return classes().that().areTopLevelClasses().should(new ArchCondition<JavaClass>("have a name of their own") {

            private final Map<String, JavaClass> first = new HashMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var other = first.putIfAbsent(type.getSimpleName(), type);
                if (other != null && !type.getSimpleName().equals("package-info")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is named like " + other.getName()));
                }
            }
        });
    }

    /** Classes with a constructor that takes more things than this; a record is its parts, and counts as one thing. */
    static Set<String> takingMoreThan(int most, JavaClasses classes) {
        return classes.stream().filter(type -> !type.isRecord() && !type.isEnum())
                .filter(type -> type.getConstructors().stream().anyMatch(made -> made.getRawParameterTypes().size() > most))
                .map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The Java files of a folder that have more lines than this, by their classes. */
    static Set<String> filesOver(int lines, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var over = new TreeSet<String>();
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > lines) {
                    over.add(file.getFileName().toString().replace(".java", ""));
                }
            }
            return over;
        }
    }

    /** The packages of a folder that have more Java files, or more lines, than this. */
    static Set<String> packagesOver(int files, int lines, Path folder) throws IOException {
        try (var packages = Files.walk(folder)) {
            var over = new TreeSet<String>();
            for (var one : packages.filter(Files::isDirectory).toList()) {
                try (var inside = Files.list(one)) {
                    var java = inside.filter(path -> path.toString().endsWith(".java")).toList();
                    var count = 0;
                    for (var file : java) {
                        count += Files.readAllLines(file).size();
                    }
                    if (java.size() > files || count > lines) {
                        over.add(folder.relativize(one).toString().replace('/', '.'));
                    }
                }
            }
            return over;
        }
    }

    /** Everywhere else code is plain and waits where it stands. */
    ArchRule onlyDatabaseDoorsAndRoofKnowFutures() {
        return noClasses().that(areNot(doorsAndRoof().or(resideInAPackage(in("database")))))
                .should().dependOnClassesThat().haveFullyQualifiedName("io.vertx.core.Future");
    }

    /** A timed wait that is given up on can close the door it was on for good: see {@code database.Waiting}. */
    ArchRule onlyWaitingHasATimeLimit() {
        var timed = describe("waits for a future with a time limit", (JavaAccess<?> access) -> access instanceof JavaCall<?> call
                && assignableTo(Future.class).test(call.getTargetOwner()) && call.getName().equals("await")
                && call.getTarget().getRawParameterTypes().size() == 2);
        return noClasses().should().accessTargetWhere(timed);
    }

    /** Time and chance come in through the roof. The one exception is the counter the database's clock goes on by. */
    ArchRule timeAndChanceComeInThroughTheRoof() {
        var steadyCounter = describe("the database's clock", (JavaAccess<?> access) ->
                access.getOriginOwner().getName().equals(root + ".database.DatabaseClock")
                        && access.getTarget().getName().equals("nanoTime"));
        var fromOutside = describe("asks for time or chance", (JavaAccess<?> access) ->
                TIME_AND_CHANCE.contains(access.getTargetOwner().getName() + "." + access.getTarget().getName()));
        return noClasses().that(areNot(roof()))
                .should().accessTargetWhere(fromOutside.and(not(steadyCounter)));
    }

    /** The command line prints by its own writer; all else is logged. */
    ArchRule nobodyPrints() {
        var printing = describe("prints", (JavaAccess<?> access) ->
                access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(access.getTarget().getName())
                || access.getTarget().getName().equals("printStackTrace"));
        return noClasses().should().accessTargetWhere(printing)
                .orShould().dependOnClassesThat().resideInAPackage("java.util.logging..");
    }

    ArchRule onlyThoseWhoTellAddToTheOutbox() {
        return noClasses().that(areNot(resideInAPackage(in("telling"))
                        .or(describe("Replying", type -> type.getName().equals(root + ".contact.Replying")))))
                .should().accessTargetWhere(accessTo(Outbox.class, "add"));
    }

    private DescribedPredicate<JavaClass> doorsAndRoof() {
        return resideInAnyPackage(DOORS.stream().map(this::in).toArray(String[]::new)).or(roof());
    }

    private DescribedPredicate<JavaClass> roof() {
        return resideInAnyPackage(root, in(COMMAND));
    }

    private String in(String step) {
        return root + "." + step + "..";
    }

    private static DescribedPredicate<JavaClass> areNot(DescribedPredicate<JavaClass> those) {
        return not(those).as("are not " + those.getDescription());
    }

    private static DescribedPredicate<JavaAccess<?>> accessTo(Class<?> owner, String... names) {
        return describe("uses " + owner.getSimpleName() + "'s " + String.join(", ", names), access ->
                assignableTo(owner).test(access.getTargetOwner())
                        && Arrays.asList(names).contains(access.getTarget().getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }
}
