package gateway.virtualphone;

import gateway.phone.Language;
import io.vertx.core.buffer.Buffer;

/** A prompt as it is heard and read on a virtual phone. */
public record RecordedPrompt(Language language, String words, String type, Buffer audio) {

    @Override
    public String toString() {
        return "RecordedPrompt[" + language + "]";
    }
}
