package gateway.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own programs, packed with the gateway and unpacked once; knows how each must be called here. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks them under the folder unless that was done before; half an unpacking is never taken for a whole one. */
    static PostgresBinaries under(Path folder) throws IOException {
        var packed = packedForThisMachine();
        var version = PostgresBinaries.class.getResource("/" + packed);
        if (version == null) {
            throw new CannotStart("no PostgreSQL is packed for this machine (" + packed
                    + "): set database.url to a PostgreSQL server");
        }
        var home = folder.resolve("binaries-" + Integer.toHexString(version.getPath().hashCode()));
        if (!Files.isDirectory(home)) {
            var unfinished = folder.resolve("binaries.unfinished");
            delete(unfinished);
            try (var stream = version.openStream()) {
                unpack(stream, unfinished);
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    /** A command that runs as an ordinary user, whoever we are: PostgreSQL refuses root. */
    List<String> command(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U", "--"));
        }
        command.add(program(program));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * As {@link #command}, in a session of its own, so that Ctrl-C reaches the gateway alone, and told by the kernel to
     * stop cleanly when the thread that started it dies with the gateway.
     */
    List<String> commandThatDiesWithUs(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("setsid"));
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U", "--"));
        }
        command.addAll(List.of("setpriv", "--pdeathsig", "INT", "--", program(program)));
        command.addAll(List.of(arguments));
        return command;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Whether this is one of them. */
    boolean has(String command) {
        return command.startsWith(home.resolve("bin") + "/");
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self/"), "unix:uid"));
    }

    private static String packedForThisMachine() {
        var machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        var system = System.getProperty("os.name").startsWith("Linux") ? "linux" : System.getProperty("os.name");
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        if (target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PRIVATE);
        }
    }
}
