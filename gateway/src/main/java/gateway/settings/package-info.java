/**
 * What whoever runs the gateway sets, from a file and the environment; a fault is one line with key, value and what is allowed.
 */
@NullMarked
package gateway.settings;

import org.jspecify.annotations.NullMarked;
