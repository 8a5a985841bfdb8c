/**
 * Where something happens, as coarsely as a dispatch may say it. {@link gateway.place.Gazetteer} finds an area by the
 * words people use for it, in each script. A pack names areas, parks and places of custody only, and no coordinates:
 * it publishes no map of where people work.
 */
@NullMarked
package gateway.place;

import org.jspecify.annotations.NullMarked;
