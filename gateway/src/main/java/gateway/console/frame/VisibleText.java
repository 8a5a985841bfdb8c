package gateway.console.frame;

import java.util.Locale;

/**
 * Words from outside, made fit to be looked at: what no reader can see, and what could turn the words around it, becomes a
 * token one can see. Spaces without width stay, since Khmer is written with them.
 */
public final class VisibleText {

    private VisibleText() {}

    public static String of(String words) {
        var visible = new StringBuilder(words.length());
        words.codePoints().forEach(character -> {
            if (isHidden(character)) {
                visible.append(String.format(Locale.ROOT, "[U+%04X]", character));
            } else {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int character) {
        if (character == '\n' || character >= 0x200B && character <= 0x200D) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
