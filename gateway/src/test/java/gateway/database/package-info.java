/** Tests of the one place that waits for PostgreSQL, and the database that other packages' tests are given. */
@NullMarked
package gateway.database;

import org.jspecify.annotations.NullMarked;
