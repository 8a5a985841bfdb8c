/** A house in which everybody breaks a rule, to show that each rule of {@code ArchitectureTest} finds who breaks it. */
@NullMarked
package gateway.badhouse;

import org.jspecify.annotations.NullMarked;
