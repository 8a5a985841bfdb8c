package gateway.virtualphone;

import gateway.contact.Hotline;
import gateway.database.Database;
import gateway.virtualphone.PhonesPage.Look;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Reads what stands on all phones at one moment. */
final class PhoneViews {

    private static final int TEXTS_SHOWN = 100;

    private final Database database;
    private final PhonesShow shows;
    private final PhoneNetwork network;
    private final Hearing hearing;

    PhoneViews(Database database, PhoneNetwork network, PhonesShow shows) {
        this.database = database;
        this.network = network;
        this.shows = shows;
        this.hearing = new Hearing(shows.prompts());
    }

    PhonesPage page(Look look) {
        return database.inTransaction(tx -> {
            var hotlines = shows.cast().hotlines(tx);
            var zone = hotlines.stream().findFirst().<ZoneId>map(Hotline::zone).orElse(ZoneOffset.UTC);
            var phones = shows.cast().telephones(tx, look.reporter()).stream()
                    .map(telephone -> new PhoneView(telephone, network.switches().of(telephone.number()),
                            TextView.of(network.texts().thread(tx, telephone.number(), TEXTS_SHOWN), zone),
                            CallView.of(network.exchange().callOf(telephone.number()), network.calls().newest(tx, telephone.number()),
                                    hearing, zone)))
                    .toList();
            return new PhonesPage(shows.phrases(), look, phones, hotlines, Set.of());
        });
    }
}
