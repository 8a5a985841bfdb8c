package gateway.voice;

import java.util.Locale;

/** What may be said to a call: each is a phrase {@code voice.<word>} of the pack, and may be recorded in each language. */
public enum Sentence {
    GREETING, AGAIN, NOTED, WILL_ASK, PRESS_A_KEY, CHOICES, PASSED_ON, NO_LONGER_NEEDED, ONE_MOMENT, NOT_NOW, SOMEBODY_WAITS,
    SPEAK_OR_PASS, WHICH_NUMBER, SAY_HEARD, HEARD, STAR_OR_NUMBER, YOUR_NUMBER, ZERO_FOR_AN_ORDER, AGAIN_OR_ON, ONE_MORE, GOODBYE,
    CALL_US, TIME_OR_ON, HOW_LONG, TIME_ENDED, NO_TIME;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its phrase. */
    public String phrase() {
        return "voice." + word();
    }
}
