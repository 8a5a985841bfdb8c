package gateway.alert;

import gateway.contact.Reporters;
import gateway.messaging.Outbox;
import gateway.roster.Discipline;
import java.util.Map;
import java.util.Set;

/** What is done to an alert that asks nobody and tells nobody. */
public record AlertActs(NoteTaking noteTaking, CheckingIn checkingIn, Deciding deciding, Reopening reopening,
        SettingSeized settingSeized, Revealing revealing, OpeningCard openingCard) {

    /** @param wanted the disciplines that each code of the pack wants */
    public static AlertActs build(Heart heart, Reporters reporters, Outbox outbox, Map<String, Set<Discipline>> wanted,
            CheckIns checkIns) {
        return new AlertActs(new NoteTaking(), new CheckingIn(heart, checkIns), new Deciding(heart, wanted), new Reopening(heart),
                new SettingSeized(reporters.contactPoints(), outbox), new Revealing(reporters.contactPoints()),
                new OpeningCard(reporters.enrolments()));
    }
}
