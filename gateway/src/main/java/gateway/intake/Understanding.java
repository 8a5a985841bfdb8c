package gateway.intake;

import gateway.codebook.Codebook;
import gateway.codebook.Reading;
import gateway.place.Area;
import gateway.place.Gazetteer;

/** What a report's words mean: the codebook's reading, and the area they name. Pure. */
public final class Understanding {

    private static final String SILENT = "silent";

    private final Codebook codebook;
    private final Gazetteer gazetteer;

    public Understanding(Codebook codebook, Gazetteer gazetteer) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
    }

    public Understood of(String words) {
        return new Understood(codebook.read(words), gazetteer.areaIn(words).map(Area::shortCode).orElse(null), "", 0, "", null,
                "", SILENT.equals(codebook.read(words).code().id()));
    }

    /** Somebody rang. */
    public Understood missedCall() {
        return new Understood(new Reading.Coded(codebook.missedCall(), ""), null, "", 0, "", null, "", false);
    }

    /** Nothing was understood: a human reads it. */
    public Understood nothing() {
        return new Understood(new Reading.Unclear(codebook.unclear(), null, ""), null, "", 0, "", null, "", false);
    }
}
