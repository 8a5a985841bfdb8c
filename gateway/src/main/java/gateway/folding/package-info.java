/**
 * One plain form for what people write: {@link gateway.folding.TextFolding} brings letters, digits and signs of all keyboards to it, and a
 * {@link gateway.folding.FoldedText} still knows where in the text each of its letters came from. What words mean is for the step above.
 */
@NullMarked
package gateway.folding;

import org.jspecify.annotations.NullMarked;
