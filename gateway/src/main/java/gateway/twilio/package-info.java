/**
 * A door: Twilio, and carriers that speak its language. {@link gateway.twilio.TwilioRoutes} takes in what was signed
 * for our address and answers only when it is committed; {@link gateway.twilio.TwilioCarrier} sends, one request a try,
 * and {@link gateway.twilio.TwilioErrors} knows what the carrier's answers mean. What a text says is not understood here.
 */
@NullMarked
package gateway.twilio;

import org.jspecify.annotations.NullMarked;
