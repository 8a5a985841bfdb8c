package gateway.database;

import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Hands the folder {@code migrations/} to Flyway, as the role that owns; grants go to the role that runs. */
public final class Migrations {

    private final Path folder;

    public Migrations(Path folder) {
        this.folder = folder;
    }

    /** Brings the database to the newest version; forward only, and never past a migration that was changed. */
    public void run(DatabaseUrl owner, String runner) {
        var flyway = Flyway.configure()
                .dataSource(owner.jdbc(), owner.user(), owner.password())
                .locations("filesystem:" + folder)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of("runner", "\"" + runner.replace("\"", "\"\"") + "\""))
                .load();
        try {
            flyway.migrate();
        } catch (FlywayValidateException other) {
            throw new CannotStart("the database was made by other migrations than those in " + folder
                    + ": one that was landed has changed or is missing. A database from before version 0.2 cannot be brought"
                    + " forward: begin with a new data directory, or with an empty database (" + told(other) + ")", other);
        } catch (FlywayException failure) {
            throw new CannotStart("the database cannot be migrated: " + told(failure), failure);
        }
    }

    private static String told(FlywayException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }
}
