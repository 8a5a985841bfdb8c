/**
 * A door: a carrier whose phones are web pages, for trying out, training and drills. {@link
 * gateway.virtualphone.VirtualCarrier} takes texts and calls as any carrier does and reports receipts as any carrier does;
 * {@link gateway.virtualphone.Exchange} puts calls through and plays what scripts say, in memory alone; {@link
 * gateway.virtualphone.VirtualPhoneRoutes} shows the phones on a port of their own, on loopback, under a secret path that is
 * new at each start. Nothing of it ever reaches a real phone network.
 */
@NullMarked
package gateway.virtualphone;

import org.jspecify.annotations.NullMarked;
