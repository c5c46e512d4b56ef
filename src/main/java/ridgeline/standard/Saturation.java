package ridgeline.standard;

/**
 * Whether water holds a share of the oxygen that it can dissolve: GB 3838-2002 lets saturation stand for the figure of
 * class I.
 */
interface Saturation {
    /**
     * @param oxygen the series of dissolved oxygen
     * @param average its mean, in mg/L
     * @param share percent of saturation asked for
     */
    boolean isReached(Watched oxygen, Period period, Average average, double share);
}
