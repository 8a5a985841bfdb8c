package gateway.sealing;

/** A sealed value does not open: it was changed, moved from where it belongs, or its key was destroyed. */
public final class BrokenSeal extends RuntimeException {

    BrokenSeal(Binding binding, Throwable cause) {
        super("broken seal at " + binding.table() + "." + binding.column() + " of " + binding.row(), cause);
    }
}
