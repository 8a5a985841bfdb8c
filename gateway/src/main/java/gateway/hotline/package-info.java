/**
 * The numbers people reach us on. A hotline names its languages, its pack and its policy, and says how strangers are
 * answered; {@link gateway.hotline.Hotlines} finds it by its number, which is kept sealed.
 */
@NullMarked
package gateway.hotline;

import org.jspecify.annotations.NullMarked;
