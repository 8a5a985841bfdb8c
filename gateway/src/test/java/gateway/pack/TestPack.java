package gateway.pack;

import java.nio.file.Path;

/** The pack as it is shipped, read once for all tests of this JVM: it never changes, and checking it takes a while. */
public final class TestPack {

    public static final Pack PHNOM_PENH = Pack.load(Path.of("config/packs/phnom-penh"));

    private TestPack() {
    }
}
