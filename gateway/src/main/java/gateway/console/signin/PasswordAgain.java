package gateway.console.signin;

import gateway.console.frame.PasswordHashing;
import gateway.database.Database;
import gateway.member.Member;
import gateway.member.Members;
import java.util.Optional;

/** Asks who is signed in for her password once more: whoever holds her phone may guess at it no faster than at the door. */
public final class PasswordAgain {

    private final Database database;
    private final Members members;
    private final PasswordHashing hashing;
    private final SignInThrottle throttle;

    public PasswordAgain(Database database, Members members, PasswordHashing hashing, SignInThrottle throttle) {
        this.database = database;
        this.members = members;
        this.hashing = hashing;
        this.throttle = throttle;
    }

    /** What a try came to. */
    sealed interface Result {
        record Right() implements Result {}

        record Wrong() implements Result {}

        /** Too many were wrong: so many seconds go by before the next may be made. */
        record Wait(long seconds) implements Result {}
    }

    boolean has(Member member) {
        return hash(member).isPresent();
    }

    /** Where she has none, no password is right. */
    Result ask(Member member, String password) {
        var wait = database.inTransaction(tx -> throttle.begin(tx, member.alias(), Optional.empty(), tx.now()));
        if (wait.isPresent()) {
            return new Result.Wait(Math.max(1, wait.get().toSeconds() + 1));
        }
        if (!hash(member).filter(kept -> hashing.matches(password, kept)).isPresent()) {
            return new Result.Wrong();
        }
        database.run(tx -> throttle.succeeded(tx, member.alias(), Optional.empty()));
        return new Result.Right();
    }

    private Optional<String> hash(Member member) {
        return database.inTransaction(tx -> members.passwordHash(tx, member.id()));
    }
}
