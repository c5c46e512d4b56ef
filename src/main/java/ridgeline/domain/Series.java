package ridgeline.domain;

/** One quantity of one sensor over time. Its id is {@code <sensor id>.<quantity>}, for example {@code genting-air-1.pm25}. */
public record Series(String id, String sensorId, String venueId, Quantity quantity) {
    public static Series of(String sensorId, String venueId, Quantity quantity) {
        return new Series(sensorId + "." + quantity.id(), sensorId, venueId, quantity);
    }
}
