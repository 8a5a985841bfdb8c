/**
 * What every page of the console stands on: sessions, guards, forms, words, and the frame around a page.
 */
@NullMarked
package gateway.console.frame;

import org.jspecify.annotations.NullMarked;
