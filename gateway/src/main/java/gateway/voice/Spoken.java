package gateway.voice;

import gateway.phone.Language;

/** A sentence in one language: what a recording is of. */
public record Spoken(Sentence sentence, Language language) {}
