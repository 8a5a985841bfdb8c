package gateway.sealing;

import gateway.database.CannotStart;
import gateway.database.Database;
import gateway.database.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Where the sealing key is kept: in a setting, or in a file of the data directory that only we can read. It is made on
 * the very first start and never again, for a new key opens nothing that an old one sealed.
 */
public final class KeyFile {

    public static final String NAME = "sealing.key";

    private static final Set<PosixFilePermission> OURS_ALONE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    public KeyFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(NAME);
    }

    /**
     * The key from the setting, else from the file, else made now and surely on the disk before this returns.
     *
     * @throws CannotStart when there is none although the database has been sealed, or it is not to be trusted
     */
    public SealingKey find(Optional<String> setting, Database database) {
        try {
            if (setting.isPresent()) {
                return read("the setting sealing.key", setting.get());
            }
            if (Files.exists(file)) {
                return fromFile();
            }
            if (database.inTransaction(KeyRing::isSealed)) {
                throw new CannotStart("the sealing key is missing: this database was sealed with one; bring it back as "
                        + file + ", or set GATEWAY_SEALING_KEY");
            }
            return make();
        } catch (IOException failure) {
            throw new CannotStart("cannot use " + file + ": " + failure, failure);
        }
    }

    private SealingKey fromFile() throws IOException {
        if (!OURS_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new CannotStart("others can read the sealing key: chmod 600 " + file);
        }
        return read(file.toString(), Files.readString(file));
    }

    private static SealingKey read(String where, String written) {
        try {
            return SealingKey.read(written.strip());
        } catch (IllegalArgumentException notAKey) {
            throw new CannotStart(where + " holds no sealing key: it must be a keyset in JSON", notAKey);
        }
    }

    private SealingKey make() throws IOException {
        var key = SealingKey.generate();
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFile.makeFolder(folder);
        }
        PrivateFile.write(file, key.written());
        return key;
    }
}
