package gateway.console.frame;

/**
 * What stands around every page.
 *
 * @param title       the page's name, already in the reader's language
 * @param path        where the page is, so that the choice of a language comes back to it
 * @param alias       who is signed in; empty when nobody is
 * @param notice      what the last act had to say; empty when there was none
 * @param noticeGood  whether that act was done
 * @param live        whether the page follows what happens
 * @param unread      how many reports wait to be read
 * @param reloadsAt   where it loads itself anew while scripts are off; empty where somebody may be writing
 */
public record Frame(Words words, Assets assets, String title, String path, String alias, boolean coordinator,
        String notice, boolean noticeGood, boolean training, boolean live, String reloadsAt,
        int unread) {

    public boolean isSignedIn() {
        return !alias.isEmpty();
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public String say(String key, String... values) {
        return words.say(key, values);
    }

    /** For {@code aria-current}: whether the reader stands in this part. */
    public String current(String part) {
        return path.equals(part) || path.startsWith(part + "/") ? "page" : "false";
    }
}
