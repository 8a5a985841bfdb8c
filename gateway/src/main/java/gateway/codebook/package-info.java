/**
 * What a text means. {@link gateway.codebook.Codebook} reads words by the pack's codes, after {@link
 * gateway.folding.TextFolding} has brought them to one plain form; what it does not understand is {@link
 * gateway.codebook.Reading.Unclear} and goes to a human. Pure, but for the files of a pack, which {@link
 * gateway.codebook.PackFile} reads for the packages above as well.
 */
@NullMarked
package gateway.codebook;

import org.jspecify.annotations.NullMarked;
