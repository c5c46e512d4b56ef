package ridgeline.domain;

/** How values of a quantity are averaged. */
public enum Averaging {
    /** The sum of the values over their number. */
    ARITHMETIC,
    /** As unit vectors: 350° and 10° make 0°, not 180°. */
    VECTOR,
    /** As sound energy: 50 dB and 60 dB make 57.4 dB, not 55 dB. The mean is Leq. */
    ENERGY;

    /** What is added up for a value. */
    public double addend(double value) {
        return this == ENERGY ? Math.pow(10, value / 10) : value;
    }

    /** The mean, of the addends' mean. */
    public double mean(double meanOfAddends) {
        return this == ENERGY ? 10 * Math.log10(meanOfAddends) : meanOfAddends;
    }
}
