package gateway.console.people;

import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.Frame;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.contact.ContactPoint;
import gateway.contact.Enrolling;
import gateway.contact.Enrolling.Result;
import gateway.contact.Enrolment;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.NumberKind;
import gateway.contact.SafeWords;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.phone.PhoneNumber;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Enrolling somebody with her beside the coordinator, changing what she chose, and withdrawing. */
public final class EnrolmentForms {

    private static final Set<NumberKind> NEVER_HERS = Set.of(NumberKind.NEVER_CONTACT, NumberKind.OUR_OWN);

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final EnrolmentRules rules;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    public EnrolmentForms(Database database, ConsoleStores stores, ConsoleActs acts, EnrolmentRules rules,
            Sessions sessions, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.rules = rules;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    /** GET /enrolments */
    public void list(RoutingContext request) {
        var words = pages.words(request);
        var people = database.inTransaction(stores.enrolments()::all).stream().map(one -> new EnrolmentsPage.Line(path(one.id()),
                VisibleText.of(one.alias()), words.say("reply-mode." + one.wishes().mode().word()),
                words.say("language." + one.wishes().language().tag()), one.tag() == null ? "" : one.tag())).toList();
        pages.send(request, 200, "people/enrolments", "enrolments.title", frame -> new EnrolmentsPage(frame, people));
    }

    /** GET /enrolments/new */
    public void blank(RoutingContext request) {
        showNew(request, 200, EnrolmentDraft.blank(), Optional.empty());
    }

    /** POST /enrolments */
    public void enrolment(RoutingContext request) {
        var draft = EnrolmentDraft.read(request.get("form"), rules.consents());
        var problem = problem(draft, 0);
        if (problem.isPresent()) {
            showNew(request, 400, draft, problem);
            return;
        }
        Visit visit = request.get("visit");
        var form = form(draft);
        var result = database.inTransaction(tx -> told(tx, visit, "notice.enrolled",
                acts.enrolling().enrol(tx, form, visit.member().id().value())));
        if (result instanceof Result.Done(var id)) {
            Pages.redirect(request, path(id));
        } else {
            showNew(request, 409, draft, Optional.of(taken(result)));
        }
    }

    /** GET /enrolments/:id */
    public void show(RoutingContext request) {
        withEnrolment(request, (enrolment, phones) ->
                showKnown(request, 200, enrolment, phones, EnrolmentDraft.of(enrolment), Optional.empty()));
    }

    /** POST /enrolments/:id/change */
    public void change(RoutingContext request) {
        withEnrolment(request, (enrolment, phones) -> {
            var draft = EnrolmentDraft.read(request.get("form"), rules.consents());
            var kept = (int) phones.stream().filter(phone -> !draft.given().contains(phone.id())).count();
            var problem = problem(draft, kept);
            if (problem.isPresent()) {
                showKnown(request, 400, enrolment, phones, draft, problem);
                return;
            }
            Visit visit = request.get("visit");
            var form = form(draft);
            var result = database.inTransaction(tx -> told(tx, visit, "notice.enrolment-changed",
                    acts.enrolling().change(tx, enrolment.id(), form, draft.given())));
            switch (result) {
                case Result.Done(var id) -> Pages.redirect(request, path(id));
                case Result.NotEnrolled _ -> errors.absent(request);
                case Result refused -> showKnown(request, 409, enrolment, phones, draft, Optional.of(taken(refused)));
            }
        });
    }

    /** POST /enrolments/:id/withdrawal: her key is destroyed. */
    public void withdrawal(RoutingContext request) {
        request.<Form>get("form").only();
        Visit visit = request.get("visit");
        var withdrawn = id(request).isPresent() && database.inTransaction(tx -> {
            var done = acts.enrolling().withdraw(tx, id(request).orElseThrow());
            if (done) {
                sessions.leave(tx, visit.signedIn().idHash(), PageNotice.done("notice.withdrawn"));
            }
            return done;
        });
        if (withdrawn) {
            Pages.redirect(request, "/enrolments");
        } else {
            errors.absent(request);
        }
    }

    private interface Known {
        void answer(Enrolment enrolment, List<ContactPoint> phones);
    }

    private void withEnrolment(RoutingContext request, Known known) {
        record Found(Enrolment enrolment, List<ContactPoint> phones) {}
        var found = id(request).flatMap(id -> database.inTransaction(tx -> stores.enrolments().find(tx, id)
                .map(enrolment -> new Found(enrolment, stores.contactPoints().of(tx, id)))));
        found.ifPresentOrElse(one -> known.answer(one.enrolment(), one.phones()), () -> errors.absent(request));
    }

    /** Her words stay in no page and in no log: they are hashed before anything else is done. */
    private Enrolling.Form form(EnrolmentDraft draft) {
        var words = draft.safeWord().isEmpty() ? Optional.<SafeWords.Kept>empty()
                : Optional.of(rules.hashing().within(() -> rules.safeWords().hash(draft.safeWord(), draft.duressWord())));
        return new Enrolling.Form(new Enrolments.Chosen(draft.alias(), draft.wishes(), draft.consents(), draft.tagIfAny()),
                draft.numbers(), words, draft.cardIfAny());
    }

    private Optional<EnrolmentDraft.Problem> problem(EnrolmentDraft draft, int phonesKept) {
        return draft.problem(rules.agreed(), phonesKept).or(() -> database.inTransaction(tx -> draft.numbers().stream()
                .filter(number -> NEVER_HERS.contains(stores.contactRules().kind(tx, number))).findFirst())
                .map(never -> new EnrolmentDraft.Problem("phones", "enrolment.phone-never")));
    }

    private Result told(Transaction tx, Visit visit, String notice, Result result) {
        if (result instanceof Result.Done) {
            sessions.leave(tx, visit.signedIn().idHash(), PageNotice.done(notice));
        }
        return result;
    }

    private static EnrolmentDraft.Problem taken(Result refused) {
        return refused instanceof Result.TagTaken ? new EnrolmentDraft.Problem("tag", "enrolment.tag-taken")
                : new EnrolmentDraft.Problem("phones", "enrolment.phone-taken");
    }

    private void showNew(RoutingContext request, int status, EnrolmentDraft draft, Optional<EnrolmentDraft.Problem> problem) {
        pages.send(request, status, "people/enrolment", "enrolment.new", frame -> page(frame, "", draft, List.of(), false, false,
                problem, ""));
    }

    private void showKnown(RoutingContext request, int status, Enrolment enrolment, List<ContactPoint> phones,
            EnrolmentDraft draft, Optional<EnrolmentDraft.Problem> problem) {
        var words = pages.words(request);
        var own = database.inTransaction(tx -> phones.stream().map(phone -> new EnrolmentPage.Own("given-" + phone.id(),
                stores.contactPoints().sender(tx, phone.id()).flatMap(PhoneNumber::read).map(PhoneNumber::toString)
                        .orElse("…"))).toList());
        var by = database.inTransaction(tx -> new Aliases(tx, stores.members(), words)
                .of(new gateway.member.MemberId(enrolment.enrolledBy())));
        pages.send(request, status, "people/enrolment", "enrolment.title", frame -> page(frame, path(enrolment.id()), draft, own,
                enrolment.keepsSafeWord(), enrolment.keepsCard(), problem,
                words.say("enrolment.enrolled", "time", words.dayAndTime(enrolment.enrolledAt()), "who", by)));
    }

    private EnrolmentPage page(Frame frame, String path, EnrolmentDraft draft, List<EnrolmentPage.Own> phones,
            boolean keepsSafeWord, boolean keepsCard, Optional<EnrolmentDraft.Problem> problem, String enrolled) {
        var listed = rules.consents().stream().map(consent -> new EnrolmentPage.Consent("consent-" + consent,
                frame.words().name("consent", consent), draft.consents().contains(consent))).toList();
        return new EnrolmentPage(frame, path, draft, phones, listed, keepsSafeWord, keepsCard,
                problem.map(bad -> frame.say(bad.phrase())).orElse(""), problem.map(EnrolmentDraft.Problem::field).orElse(""),
                enrolled);
    }

    private static String path(EnrolmentId id) {
        return "/enrolments/" + id;
    }

    /** Only as we write it ourselves. */
    private static Optional<EnrolmentId> id(RoutingContext request) {
        var written = request.pathParam("id");
        try {
            var id = new EnrolmentId(UUID.fromString(written));
            return id.toString().equals(written) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
