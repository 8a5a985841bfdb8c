/** The pages in a real browser, over real HTTP, in front of the whole house and a clock one can turn. */
@NullMarked
package gateway.console;

import org.jspecify.annotations.NullMarked;
