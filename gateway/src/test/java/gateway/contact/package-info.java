/** Tests of contact points and of what may be said to them. */
@NullMarked
package gateway.contact;

import org.jspecify.annotations.NullMarked;
