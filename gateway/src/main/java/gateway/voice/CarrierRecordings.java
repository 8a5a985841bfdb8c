package gateway.voice;

/** Where a carrier keeps what it recorded on the record line. Whoever asks it may wait, so no door does. */
public interface CarrierRecordings {

    /** @param address as the carrier named it; one that is not this carrier's own is never asked */
    Fetched fetch(String address);

    /** Deletes it there. Says whether it is surely gone. */
    boolean delete(String address);

    /** What came of fetching. */
    sealed interface Fetched {

        /** @param bytes the whole of it, whatever it is */
        record Here(byte[] bytes) implements Fetched {
            @Override
            public String toString() {
                return "Here[" + bytes.length + "]";
            }
        }

        /** It is not there yet, or the carrier does not answer: it may be asked again. */
        record NotYet() implements Fetched {}

        /** It never will be: the address is not the carrier's, or there is too much of it. */
        record Never() implements Fetched {}
    }
}
