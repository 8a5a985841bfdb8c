/**
 * The organisation's network as its file says it: members, rosters, policies and hotlines. {@link
 * gateway.network.NetworkFile} reads the file or says everything that is wrong with it; {@link gateway.network.Loading}
 * makes the database agree with it, all or nothing; {@link gateway.network.Findings} says where nobody could be asked.
 * What is said to whoever sits at the command line stands in {@link gateway.network.PlainWords} alone. It ends no
 * alert, and changes nothing of what somebody has chosen on a page.
 */
@NullMarked
package gateway.network;

import org.jspecify.annotations.NullMarked;
