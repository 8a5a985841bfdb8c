/**
 * The words a responder texts: {@link gateway.replyword.ReplyReader} reads a text as a command, a code, something to ask back, or no
 * reply. Pure: what follows is done in {@code replying}.
 */
@NullMarked
package gateway.replyword;

import org.jspecify.annotations.NullMarked;
