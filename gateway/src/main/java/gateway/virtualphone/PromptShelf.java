package gateway.virtualphone;

import java.util.Optional;

/** Where recorded prompts are found: the same that a carrier is played. */
public interface PromptShelf {

    /** @param name the unguessable one that scripts play it by */
    Optional<RecordedPrompt> find(String name);
}
