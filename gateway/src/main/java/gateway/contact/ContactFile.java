package gateway.contact;

import gateway.codebook.PackFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a pack's {@code contact.yaml}: whom we never contact, and what an enrolled person may agree to. */
public final class ContactFile {

    private ContactFile() {}

    /** The consents, in the order in which pages list them. */
    public static List<String> consents(Path pack) {
        var file = read(pack);
        var seen = new HashSet<String>();
        for (var id : file.texts("consents")) {
            if (!id.matches("[a-z][a-z_]*")) {
                throw file.fault("consents", id, "must be a word of small letters");
            }
            if (!seen.add(id)) {
                throw file.fault("consents", id, "is written twice");
            }
        }
        return file.texts("consents");
    }

    public static NeverContact neverContact(Path pack) {
        var file = read(pack);
        for (var number : file.texts("never-contact")) {
            if (!number.matches("\\+?[0-9]{3,15}")) {
                throw file.fault("never-contact", number, "must be a number's digits");
            }
        }
        return new NeverContact(file.texts("never-contact"));
    }

    private static PackFile read(Path pack) {
        return PackFile.read(pack.resolve("contact.yaml")).withOnly(Set.of("never-contact", "consents"));
    }
}
