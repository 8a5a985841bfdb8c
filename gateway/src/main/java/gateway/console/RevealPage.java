package gateway.console;

/** The number an alert came from, shown once. */
public record RevealPage(Frame frame, String number, String sender) {

    @Override
    public String toString() {
        return "RevealPage[" + number + "]";
    }
}
