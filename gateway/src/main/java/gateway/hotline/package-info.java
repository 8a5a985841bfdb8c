/**
 * The numbers people reach us on. A hotline names its languages, its pack and its policy, and says how strangers are
 * answered, by text and by call; {@link gateway.hotline.Hotlines} finds it by its number, which is kept sealed. {@link
 * gateway.hotline.ContactRules} puts its choice beside what is known of a phone; nothing is sent here.
 */
@NullMarked
package gateway.hotline;

import org.jspecify.annotations.NullMarked;
