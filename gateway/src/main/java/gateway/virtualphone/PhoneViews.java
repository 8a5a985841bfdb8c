package gateway.virtualphone;

import gateway.contact.Hotline;
import gateway.database.Database;
import gateway.messaging.Phrases;
import gateway.virtualphone.PhonesPage.Look;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Reads what stands on all phones at one moment. */
final class PhoneViews {

    private static final int TEXTS_SHOWN = 100;

    private final Database database;
    private final Cast cast;
    private final VirtualTexts texts;
    private final VirtualCalls calls;
    private final Exchange exchange;
    private final PhoneSwitches switches;
    private final Hearing hearing;
    private final Phrases phrases;

    PhoneViews(Database database, Cast cast, VirtualTexts texts, VirtualCalls calls, Exchange exchange,
            PhoneSwitches switches, Hearing hearing, Phrases phrases) {
        this.database = database;
        this.cast = cast;
        this.texts = texts;
        this.calls = calls;
        this.exchange = exchange;
        this.switches = switches;
        this.hearing = hearing;
        this.phrases = phrases;
    }

    PhonesPage page(Look look) {
        return database.inTransaction(tx -> {
            var hotlines = cast.hotlines(tx);
            var zone = hotlines.stream().findFirst().<ZoneId>map(Hotline::zone).orElse(ZoneOffset.UTC);
            var phones = cast.telephones(tx, look.reporter()).stream()
                    .map(telephone -> new PhoneView(telephone, switches.of(telephone.number()),
                            TextView.of(texts.thread(tx, telephone.number(), TEXTS_SHOWN), zone),
                            CallView.of(exchange.callOf(telephone.number()), calls.newest(tx, telephone.number()),
                                    hearing, zone)))
                    .toList();
            return new PhonesPage(phrases, look, phones, hotlines, Set.of());
        });
    }
}
