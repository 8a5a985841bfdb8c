/**
 * Numbers and texts as the phone network knows them: what a phone number is, how long a text is on the air, which
 * languages we write. Pure values; nothing here sends anything.
 */
@NullMarked
package gateway.phone;

import org.jspecify.annotations.NullMarked;
