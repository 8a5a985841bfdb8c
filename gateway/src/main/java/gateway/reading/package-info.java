/**
 * What a reporter's text means: {@link gateway.reading.Understanding} puts what the codebook reads beside the places the gazetteer
 * knows. The samples of the pack, and the trial of a word about to be added, are read here too. Pure: it reads nothing else and
 * writes nothing.
 */
@NullMarked
package gateway.reading;

import org.jspecify.annotations.NullMarked;
