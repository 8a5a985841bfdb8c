package gateway.virtualphone;

import gateway.phone.PhoneNumber;
import io.vertx.core.MultiMap;
import java.util.Objects;

/** What the page's forms do with calls. Each says whether the phone's call had room for it. */
final class CallForms {

    private static final String KEYS = "0123456789*#";
    private static final int LONGEST_LINE = 300;

    private final Exchange exchange;

    CallForms(Exchange exchange) {
        this.exchange = exchange;
    }

    boolean ring(Telephone telephone, PhoneNumber hotline, MultiMap form) {
        return exchange.ring(telephone.number(), hotline, form.contains("withheld"));
    }

    boolean answer(Telephone telephone, MultiMap form) {
        return exchange.answer(telephone.number());
    }

    boolean decline(Telephone telephone, MultiMap form) {
        return exchange.decline(telephone.number());
    }

    boolean press(Telephone telephone, MultiMap form) {
        var key = Objects.requireNonNullElse(form.get("key"), "");
        return key.length() == 1 && KEYS.contains(key) && exchange.press(telephone.number(), key.charAt(0));
    }

    boolean say(Telephone telephone, MultiMap form) {
        var words = Objects.requireNonNullElse(form.get("words"), "");
        return !words.isBlank() && words.length() <= LONGEST_LINE && exchange.say(telephone.number(), words);
    }

    boolean hangUp(Telephone telephone, MultiMap form) {
        return exchange.hangUp(telephone.number());
    }
}
