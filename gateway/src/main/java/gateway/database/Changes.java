package gateway.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever waits, in this gateway, that a transaction that matters to others has been committed. A hint, never the truth. */
public final class Changes {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The listener is called on the committing thread, so it must return at once. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    public void announce() {
        listeners.forEach(Runnable::run);
    }
}
