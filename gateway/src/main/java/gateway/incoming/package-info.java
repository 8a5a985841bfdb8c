/**
 * What came in, as it came: envelopes of carriers, calls with their keys, and the signatures that were seen.
 */
@NullMarked
package gateway.incoming;

import org.jspecify.annotations.NullMarked;
