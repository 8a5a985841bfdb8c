package gateway.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers to what was sent and not waited for, in their order. */
final class Unheard {

    private final List<Future<?>> answers = new ArrayList<>();
    private @Nullable Future<?> lastNew;

    <F extends Future<?>> F add(F answer) {
        answers.add(answer);
        return answer;
    }

    /** @param untouched why it is refused here if it touched no row, which PostgreSQL takes for success */
    void addNew(Future<? extends RowSet<?>> answer, Supplier<RuntimeException> untouched) {
        lastNew = answer.map(rows -> {
            if (rows.rowCount() == 0) {
                throw new Refused(untouched.get());
            }
            return rows;
        });
        answers.add(lastNew);
    }

    /** Whether PostgreSQL might commit what only we refuse. */
    boolean mayBeRefusedHere() {
        return lastNew != null && answers.contains(lastNew);
    }

    Optional<Future<?>> last() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    List<Future<?>> all() {
        return List.copyOf(answers);
    }

    /** This one has succeeded, and with it all before it; unless one of them is refused here, which is thrown. */
    void heard(Future<?> answer) {
        var heard = answers.subList(0, answers.indexOf(answer) + 1);
        refused(heard).ifPresent(first -> {
            throw first;
        });
        heard.clear();
    }

    /** What was refused first; a connection that broke failed all of them alike. */
    Optional<RuntimeException> refused() {
        return refused(answers);
    }

    private static Optional<RuntimeException> refused(List<Future<?>> answers) {
        return answers.stream().map(Future::cause).filter(cause -> cause instanceof PgException || cause instanceof Refused)
                .map(cause -> cause instanceof Refused refused ? refused.why : (PgException) cause).findFirst();
    }

    private static final class Refused extends RuntimeException {
        private final RuntimeException why;

        Refused(RuntimeException why) {
            super(why);
            this.why = why;
        }
    }
}
