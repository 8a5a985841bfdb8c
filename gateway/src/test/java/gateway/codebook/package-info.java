/** What texts mean, as tables and properties. */
@NullMarked
package gateway.codebook;

import org.jspecify.annotations.NullMarked;
