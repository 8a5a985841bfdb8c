package gateway;

import gateway.console.ConsoleWords;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.PasswordHashing;
import gateway.console.people.EnrolmentRules;
import gateway.reading.AgreedWords;

/** The rooms of the house as the members' pages know them. */
final class MembersDoor {

    private MembersDoor() {}

    static ConsoleStores stores(House house) {
        var heart = house.heart;
        var reporters = house.reporters;
        var pack = house.pack;
        return new ConsoleStores(house.foundation.keys(), house.people.members(), reporters.hotlines(), house.plans.rosters(),
                reporters.contactPoints(), reporters.enrolments(), reporters.rules(), house.sending.outbox(), house.notices,
                heart.alerts(), heart.arrestees(), heart.ladders(), heart.leases(), house.dispatching.dispatches(),
                house.askingActs.matchings(), house.holdingActs.relieving().reliefs(), house.reporting.reports(), house.coverReplies,
                heart.merges(), heart.proposals(), house.reporting.unread(), house.unreadTexts.memberTexts(),
                house.unreadTexts.machineTexts(), house.unreadTexts.mutes(), house.people.warnings(), house.people.pins(),
                house.safety.timers(), house.plans.policies(), pack.codebook(), pack.gazetteer(), pack.trial(), house.calling.prompts(),
                house.calling.speech(), house.findings());
    }

    static ConsoleWords words(House house) {
        var enrolment = new EnrolmentRules(new AgreedWords(house.pack.codebook(), house.understanding), house.reporters.safeWords(),
                new PasswordHashing(house.foundation.random()), house.pack.consents());
        return new ConsoleWords(house.pack.phrases(), house.pack.outcomes(), enrolment);
    }

    static ConsoleActs acts(House house) {
        var alertActs = house.alertActs;
        var holding = house.holdingActs;
        var phones = house.phones;
        return new ConsoleActs(holding.acknowledging(), alertActs.checkingIn(), holding.handingBack(), house.askingActs.escalatingNow(),
                alertActs.noteTaking(), holding.resolving(), alertActs.reopening(), alertActs.settingSeized(), alertActs.revealing(),
                alertActs.openingCard(), phones.losing(), phones.finding(), phones.refused(), house.timing,
                house.reporters.enrolling(), house.calling.ringingBack(), alertActs.deciding(), house.merging, house.unreadActs.coding(),
                house.unreadActs.dismissing(), house.unreadActs.muting(), phones.verifying(), house.askingActs.moreHands(), house.dutyDesk);
    }
}
