/**
 * The people of the organisation, each known by an alias. {@link gateway.member.Members} keeps them with their numbers
 * sealed, and keeps which phones are barred: by number, so that a lost phone stays lost whoever is loaded with it. How each chose to be asked
 * lies beside, sealed. It does
 * not know who is on call, nor how somebody signs in.
 */
@NullMarked
package gateway.member;

import org.jspecify.annotations.NullMarked;
