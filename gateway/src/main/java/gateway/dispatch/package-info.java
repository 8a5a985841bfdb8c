/**
 * One question to one member about one alert, and what became of it. {@link gateway.dispatch.Dispatches} keeps it with its code;
 * {@link gateway.dispatch.Pretences} keep what a phone in doubt was told. Whom to ask is decided in {@code asking}, how she hears
 * of it in {@code telling}.
 */
@NullMarked
package gateway.dispatch;

import org.jspecify.annotations.NullMarked;
