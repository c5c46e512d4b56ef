package ridgeline.store;

import ridgeline.domain.Averaging;

/** The readings of one bucket added up. Mutable; confined to the thread that adds. */
final class Sum {
    long n;
    double low = Double.POSITIVE_INFINITY;
    double total;
    double high = Double.NEGATIVE_INFINITY;
    double east;
    double north;
    long covered;

    void add(double value, Averaging averaging) {
        n++;
        low = Math.min(low, value);
        high = Math.max(high, value);
        total += averaging.addend(value);
        if (averaging == Averaging.VECTOR) {
            double angle = Math.toRadians(value);
            east += Math.sin(angle);
            north += Math.cos(angle);
        }
    }

    /** Adds a finer bucket that fills part {@code bit} of this one. */
    void add(Sum part, int bit) {
        n += part.n;
        low = Math.min(low, part.low);
        high = Math.max(high, part.high);
        total += part.total;
        east += part.east;
        north += part.north;
        covered |= 1L << bit;
    }

    /** The mean; of a direction in [0, 360). */
    double mean(Averaging averaging) {
        return averaging == Averaging.VECTOR ? direction(east, north) : averaging.mean(total / n);
    }

    static double direction(double east, double north) {
        double degrees = Math.toDegrees(Math.atan2(east, north));
        double positive = degrees < 0 ? degrees + 360 : degrees;
        return positive < 360 ? positive : 0;
    }
}
