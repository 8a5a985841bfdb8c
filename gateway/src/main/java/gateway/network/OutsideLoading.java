package gateway.network;

import static gateway.network.Changelist.part;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.escalation.OutsideContact;
import gateway.escalation.OutsideContacts;
import gateway.network.Network.ListedContact;
import java.util.Locale;
import java.util.stream.Collectors;

/** The outside contacts' part of a load. */
final class OutsideLoading {

    private static final String CONTACT = "outside contact";

    private final OutsideContacts contacts;
    private final RowIds ids;

    OutsideLoading(OutsideContacts contacts, RowIds ids) {
        this.contacts = contacts;
        this.ids = ids;
    }

    void load(Transaction tx, Network network, Changelist changes) {
        var standing = contacts.all(tx).stream().collect(Collectors.toMap(OutsideLoading::key, contact -> contact));
        var listed = network.outsideContacts().stream().map(contact -> key(contact.name())).collect(Collectors.toSet());
        standing.forEach((key, contact) -> {
            if (!listed.contains(key)) {
                contacts.retire(tx, contact.id());
                changes.retires(CONTACT, contact.name());
            }
        });
        for (var contact : network.outsideContacts()) {
            var was = standing.get(key(contact.name()));
            if (was == null) {
                arrive(tx, contact, changes);
            } else if (changes.changes(CONTACT, contact.name(), part("name", was.name(), contact.name()),
                    part("number", was.number(), contact.number()), part("language", was.language(), contact.language()))) {
                contacts.save(tx, new OutsideContact(was.id(), contact.name(), contact.number(), contact.language()));
            }
        }
    }

    private void arrive(Transaction tx, ListedContact contact, Changelist changes) {
        var retired = contacts.retired(tx, contact.name());
        changes.arrives(CONTACT, contact.name(), retired.isPresent());
        contacts.save(tx, new OutsideContact(retired.orElseGet(ids::next), contact.name(), contact.number(), contact.language()));
    }

    private static String key(OutsideContact contact) {
        return key(contact.name());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
