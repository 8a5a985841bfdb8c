/**
 * What a reporter's phone may get, decided later and again: a cover reply, a ring back, a word to a witness. What nobody may keep is
 * erased here.
 */
@NullMarked
package gateway.answering;

import org.jspecify.annotations.NullMarked;
