/**
 * The one place that waits for PostgreSQL. Above it, code reads from top to bottom on virtual threads; {@link
 * gateway.database.Database#inTransaction} is the only way in. It also holds the default server, the migrations, and the
 * clock that the database keeps. Of the tables it knows the clock's alone.
 */
@NullMarked
package gateway.database;

import org.jspecify.annotations.NullMarked;
