package gateway.virtualphone;

import gateway.messaging.Phrases;

/** What the page of the phones shows and plays: who they are, recordings, and the words around them. */
public record PhonesShow(Cast cast, PromptShelf prompts, Phrases phrases) {}
