package ridgeline.config;

/** From a configured unit to a quantity's canonical one: {@code factor * x + shift}. */
record Conversion(double factor, double shift) {
    static final Conversion NONE = new Conversion(1, 0);
}
