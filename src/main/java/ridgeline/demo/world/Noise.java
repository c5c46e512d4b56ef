package ridgeline.demo.world;

/**
 * Randomness that is a function of its arguments: hashed values at whole numbers, joined smoothly. Pure.
 *
 * @param seed two worlds with different seeds have nothing in common
 */
public record Noise(long seed) {
    private static final double TO_UNIT = 0x1.0p-53;

    /** A number in [0, 1) that depends on both arguments and the seed, without any order. */
    public double unit(long key, long cell) {
        return (mix(mix(seed ^ key) + cell) >>> 11) * TO_UNIT;
    }

    /** Smooth in {@code x}, one bump per unit, in [-1, 1], mean 0. */
    double smooth(long key, double x) {
        long cell = (long) Math.floor(x);
        double f = x - cell;
        double weight = f * f * f * (f * (f * 6 - 15) + 10);
        double left = unit(key, cell);
        return 2 * (left + (unit(key, cell + 1) - left) * weight) - 1;
    }

    /** Three octaves of {@link #smooth}, each twice as fast and 0.6 times as strong: drifts like the weather; in [-1, 1]. */
    double drift(long key, double x) {
        return (smooth(key, x) + 0.6 * smooth(key + 1, 2.03 * x) + 0.36 * smooth(key + 2, 4.1 * x)) / 1.6;
    }

    /** 0 below {@code from}, 1 above {@code to}, without a corner between. */
    static double rise(double x, double from, double to) {
        double f = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return f * f * (3 - 2 * f);
    }

    static double clamp(double x, double low, double high) {
        return Math.max(low, Math.min(high, x));
    }

    /** A key from a name, the same in every run. */
    public static long key(String name) {
        long key = 1_125_899_906_842_597L;
        for (int i = 0; i < name.length(); i++) key = 31 * key + name.charAt(i);
        return mix(key);
    }

    private static long mix(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
