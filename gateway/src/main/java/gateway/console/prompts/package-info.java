/**
 * What the gateway says on calls: listening, recording in the browser, uploading.
 */
@NullMarked
package gateway.console.prompts;

import org.jspecify.annotations.NullMarked;
