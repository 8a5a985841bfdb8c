/**
 * The phones people reach us from; never assumed to be a person. {@link gateway.contact.ContactPoints} keeps them sealed,
 * {@link gateway.contact.ReplyRule} decides whether a phone may be answered at all, and {@link gateway.contact.Replying} is
 * the only way to speak to a reporter, so that silence cannot be forgotten.
 */
@NullMarked
package gateway.contact;

import org.jspecify.annotations.NullMarked;
