package gateway.intake;

import gateway.codebook.Codebook;
import gateway.codebook.Reading;
import gateway.codebook.TextFolding;
import gateway.place.Area;
import gateway.place.Gazetteer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a report's words mean: the codebook's reading, and the area they name. Pure. */
public final class Understanding {

    private static final Pattern TAG = Pattern.compile("[#\uFF03]\\s?(\\p{L}[\\p{L}\\p{M}\\p{Nd}]*)");

    private final Codebook codebook;
    private final Gazetteer gazetteer;

    public Understanding(Codebook codebook, Gazetteer gazetteer) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
    }

    public Understood of(String words) {
        var reading = codebook.read(words);
        return new Understood(reading, gazetteer.areaIn(words).map(Area::shortCode).orElse(null), "", 0, "", tagIn(words),
                "", reading.code().mark().equals("9"));
    }

    private static @Nullable String tagIn(String words) {
        var tag = TAG.matcher(words);
        return tag.find() ? TextFolding.fold(tag.group(1)) : null;
    }

    /** Nothing was understood: a human reads it. */
    public Understood nothing() {
        return new Understood(new Reading.Unclear(codebook.unclear(), null, ""), null, "", 0, "", null, "", false);
    }
}
