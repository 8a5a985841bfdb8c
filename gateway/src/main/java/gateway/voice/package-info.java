/**
 * What a phone hears and may press, and what we make of it. A {@link gateway.voice.Script} is made of the few verbs that
 * Twilio and Somleng both speak; {@link gateway.voice.CallDesk} says what is heard next, whosever door the call came
 * through; {@link gateway.voice.Twiml} writes scripts, and {@link gateway.voice.TwimlReader} reads them strictly. What
 * people say is never recorded: no verb does it. What a key does is an act of a package below.
 */
@NullMarked
package gateway.voice;

import org.jspecify.annotations.NullMarked;
