package gateway.badhouse.dispatch;

/** A class that knows too much. */
public final class TakesEight {

    final int sum;

    TakesEight(int one, int two, int three, int four, int five, int six, int seven, int eight) {
        this.sum = one + two + three + four + five + six + seven + eight;
    }
}
