/**
 * Who stands ready when. A roster holds weekly shifts, rotations, surge plans and covers in its own time zone; {@link
 * gateway.roster.OnCall} is the pure rule that says who is on call at an instant and where the gaps are; {@link
 * gateway.roster.Rosters} stores them. Whether somebody on call can be asked at all, and whether she has promised to come,
 * is not decided here.
 */
@NullMarked
package gateway.roster;

import org.jspecify.annotations.NullMarked;
