/**
 * What a phone hears and may press, and what we make of it. A {@link gateway.voice.Script} is made of the few verbs that
 * Twilio and Somleng both speak; {@link gateway.voice.CallDesk} says what is heard next, whoever's door the call came
 * through; {@link gateway.voice.Twiml} writes scripts, and {@link gateway.voice.TwimlReader} reads them strictly. Nothing
 * here keeps what people say: calls are not recorded.
 */
@NullMarked
package gateway.voice;

import org.jspecify.annotations.NullMarked;
