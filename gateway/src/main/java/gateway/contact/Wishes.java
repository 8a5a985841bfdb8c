package gateway.contact;

import gateway.phone.Language;

/**
 * How an enrolled person wants to be spoken to, if at all.
 *
 * @param latinOnly whether her phone shows Latin letters only
 * @param atNight   whether a reply may reach her between 21:00 and 07:00
 * @param callBack  whether she may be called back after a missed call
 */
public record Wishes(ReplyMode mode, Language language, boolean latinOnly, boolean atNight, boolean callBack) {

    /** Where what she wished cannot be read: she is left in peace. */
    static final Wishes SILENCE = new Wishes(ReplyMode.SILENT, Language.EN, false, false, false);
}
