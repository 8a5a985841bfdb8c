package gateway.badhouse.dispatch;

final class Prints {

    void aloud() {
        System.out.println();
    }

    void aTrace(RuntimeException failure) {
        failure.printStackTrace();
    }
}
