/**
 * What a responder's text or key does, and the answer she gets. {@link gateway.replying.ReplyDesk} acts on what {@code replyword}
 * read; {@link gateway.replying.StationDesk} hears IN and OUT.
 */
@NullMarked
package gateway.replying;

import org.jspecify.annotations.NullMarked;
