/**
 * The members' door: pages rendered here, one class a page or a form, with templates in {@code src/main/jte}. {@link
 * gateway.console.ConsoleRoutes} lists every URL with who may open it; a refusal looks like an absence. A page reads from
 * the stores below and a form calls an act below: nothing is decided here. The words are the pack's.
 */
@NullMarked
package gateway.console;

import org.jspecify.annotations.NullMarked;
