package gateway.contact;

/**
 * What an enrolled person leaves for whoever helps her while an alert is unresolved. Never prints any of it.
 *
 * @param medicine what she must not be without
 * @param children who is at home and waits
 * @param toTell   who should hear of it, and how
 * @param lawyer   whether she wants a lawyer
 */
public record Card(String medicine, String children, String toTell, boolean lawyer) {

    @Override
    public String toString() {
        return "Card";
    }
}
