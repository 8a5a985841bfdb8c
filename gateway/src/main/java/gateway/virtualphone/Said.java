package gateway.virtualphone;

import gateway.voice.Verb;

/** One thing that was heard, pressed or said in a call, as its phone saw it. It is kept in memory and prints no word. */
sealed interface Said {

    record Told(Verb.Told what) implements Said {}

    record Pressed(String keys) implements Said {
        @Override
        public String toString() {
            return "Pressed[]";
        }
    }

    /** @param own whether it was said on this phone, and not on the one it is joined with */
    record Spoken(boolean own, String words) implements Said {
        @Override
        public String toString() {
            return "Spoken[own=" + own + "]";
        }
    }
}
