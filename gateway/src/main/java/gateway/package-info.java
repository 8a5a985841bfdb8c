/**
 * The roof. It reads the settings, brings in time and chance, builds every object once, opens the doors, starts the
 * loops and stops them in reverse. It may know every package; no package knows it.
 */
@NullMarked
package gateway;

import org.jspecify.annotations.NullMarked;
