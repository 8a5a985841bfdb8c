/** The whole house, seen from its phones: stories told over a fake carrier that speaks Twilio's API over real HTTP. */
@NullMarked
package gateway.stories;

import org.jspecify.annotations.NullMarked;
