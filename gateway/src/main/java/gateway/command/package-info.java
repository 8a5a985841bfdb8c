/**
 * The commands of the command line, one class each. Together with the root package they are the roof.
 */
@NullMarked
package gateway.command;

import org.jspecify.annotations.NullMarked;
