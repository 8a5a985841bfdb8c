package gateway.ledger;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** SIGKILL to this very process, from within: not one more instruction of it runs. */
@SuppressWarnings("restricted") // A call into C is the only way: a process that Java starts to kill this one comes too late.
public final class SuddenDeath {

    private static final int SIGKILL = 9;
    private static final MethodHandle RAISE = Linker.nativeLinker().downcallHandle(
            Linker.nativeLinker().defaultLookup().find("raise").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private SuddenDeath() {}

    public static void now() {
        try {
            var _ = (int) RAISE.invokeExact(SIGKILL);
        } catch (Throwable impossible) {
            throw new AssertionError("SIGKILL was survived", impossible);
        }
    }
}
