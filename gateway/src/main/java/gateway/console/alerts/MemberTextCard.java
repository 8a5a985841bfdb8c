package gateway.console.alerts;

import org.jspecify.annotations.Nullable;

/**
 * Words from a member's phone that nobody has read yet, with one button.
 *
 * @param from  whose phone it is
 * @param alert the number of the alert they belong to; null where they belong to none
 */
public record MemberTextCard(String id, String from, @Nullable String alert, String time, String words) {

    @Override
    public String toString() {
        return "MemberTextCard[" + id + "]";
    }
}
