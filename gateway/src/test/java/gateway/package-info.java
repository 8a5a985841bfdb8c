/** What holds for the whole house: its rules, and that each of them bites. */
@NullMarked
package gateway;

import org.jspecify.annotations.NullMarked;
