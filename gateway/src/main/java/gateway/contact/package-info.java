/**
 * The phones people reach us from, never assumed to be a person, and the hotlines they reach us on. {@link
 * gateway.contact.ContactPoints} keeps them sealed. Whether a phone may be answered at all is decided by {@link
 * gateway.contact.ReplyRule} and {@link gateway.contact.ContactRules}; {@link gateway.contact.Replying} is the only way to speak to
 * a reporter, so that silence cannot be forgotten.
 */
@NullMarked
package gateway.contact;

import org.jspecify.annotations.NullMarked;
