package gateway.badhouse;

import java.util.List;

/** Prints what it should keep, among other things. */
public record OpenBehindAText(int count, List<String> words) {

    @Override
    public String toString() {
        return count + " " + words;
    }
}
