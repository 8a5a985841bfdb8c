/**
 * The people of the organisation, each known by an alias. {@link gateway.member.Members} keeps them with their numbers
 * sealed, and keeps which phones are barred: by number, so that a lost phone stays lost whoever is loaded with it. Beside
 * lie how each chose to be asked, sealed, until when her phone is proven hers, and her PIN as a slow hash. It does not know
 * who is on call, asks nobody, and does not know how somebody signs in.
 */
@NullMarked
package gateway.member;

import org.jspecify.annotations.NullMarked;
