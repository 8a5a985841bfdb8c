/**
 * What can happen to an alert, as its timeline keeps it: a {@link gateway.entry.TimelineEntry} is a record of one of five
 * subjects, and {@link gateway.entry.TimelineJson} writes and reads it. The chain they stand in is kept by the step above.
 */
@NullMarked
package gateway.entry;

import org.jspecify.annotations.NullMarked;
