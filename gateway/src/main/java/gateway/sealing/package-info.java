/**
 * What must be unreadable to whoever takes the disk. {@link gateway.sealing.KeyRing} holds the keys, one for each alert
 * and each contact point; a {@link gateway.sealing.Seal} seals a value and binds it to its table, column and row; a
 * {@link gateway.sealing.BlindIndex} finds a number without storing it. Nothing here knows what it seals.
 */
@NullMarked
package gateway.sealing;

import org.jspecify.annotations.NullMarked;
