package gateway.virtualphone;

import gateway.phone.Language;
import gateway.voice.Verb;
import java.time.Duration;

/** What is heard of a verb on a virtual phone, in words, and for how long. */
final class Hearing {

    /** About as fast as people speak, and read. */
    private static final Duration A_LETTER = Duration.ofMillis(65);
    private static final String UNKNOWN = "…";

    private final PromptShelf prompts;

    Hearing(PromptShelf prompts) {
        this.prompts = prompts;
    }

    String words(Verb.Told told) {
        return switch (told) {
            case Verb.Say(_, var words) -> words;
            case Verb.Play(var name) -> prompts.find(name).map(RecordedPrompt::words).orElse(UNKNOWN);
        };
    }

    Language language(Verb.Told told) {
        return switch (told) {
            case Verb.Say(var language, _) -> language;
            case Verb.Play(var name) -> prompts.find(name).map(RecordedPrompt::language).orElse(Language.EN);
        };
    }

    /** The name of the recording that is played; empty when it is read aloud, or unknown. */
    String recording(Verb.Told told) {
        return switch (told) {
            case Verb.Say _ -> "";
            case Verb.Play(var name) -> prompts.find(name).isPresent() ? name : "";
        };
    }

    Duration length(Verb.Told told) {
        return A_LETTER.multipliedBy(words(told).length());
    }
}
