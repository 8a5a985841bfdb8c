/** Twilio's door, over real HTTP: what it takes in, what it refuses, and what its API's answers mean. */
@NullMarked
package gateway.twilio;

import org.jspecify.annotations.NullMarked;
