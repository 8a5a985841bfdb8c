package gateway.intake;

import gateway.codebook.Codebook;
import gateway.place.Area;
import gateway.place.Gazetteer;

/** What a report's words mean: the codebook's reading, and the area they name. Pure. */
public final class Understanding {

    private final Codebook codebook;
    private final Gazetteer gazetteer;

    public Understanding(Codebook codebook, Gazetteer gazetteer) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
    }

    Understood of(String words) {
        return new Understood(codebook.read(words).code(), gazetteer.areaIn(words).map(Area::shortCode).orElse(null));
    }

    /** Nothing was understood: a human reads it. */
    Understood nothing() {
        return new Understood(codebook.unclear(), null);
    }
}
