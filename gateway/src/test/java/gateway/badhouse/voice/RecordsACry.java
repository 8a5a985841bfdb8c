package gateway.badhouse.voice;

import gateway.voice.Verb;
import java.time.Duration;

final class RecordsACry {

    Verb ask() {
        return new Verb.Record(Duration.ofSeconds(30), Duration.ofSeconds(4), "menu/1");
    }
}
