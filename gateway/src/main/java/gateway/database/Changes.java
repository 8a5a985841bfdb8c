package gateway.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever waits, in this gateway, that a transaction that matters to others has been committed. A hint, never the truth. */
public final class Changes {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> listenersToCommitsHere = new CopyOnWriteArrayList<>();

    /** The listener is called on the committing thread, so it must return at once. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** As {@link #onChange}, but not for what another gateway committed. */
    public void onCommitHere(Runnable listener) {
        listenersToCommitsHere.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
        listenersToCommitsHere.remove(listener);
    }

    public void announce() {
        listenersToCommitsHere.forEach(Runnable::run);
        listeners.forEach(Runnable::run);
    }

    /** Another gateway committed something. */
    public void announceFromElsewhere() {
        listeners.forEach(Runnable::run);
    }
}
