package ridgeline.decode;

import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Series;

/** Makes a reading of what was found, or says why there is none. Confined to the decoding thread. */
final class Taking {
    private final Sensor sensor;
    private final Name name;
    private final Found found;
    private Outcome outcome = new Outcome(0);
    private boolean retained;
    private long arrived;

    Taking(Sensor sensor, Name name, Found found) {
        this.sensor = sensor;
        this.name = name;
        this.found = found;
    }

    void begin(Outcome into, boolean isRetained, long arrivedAt) {
        outcome = into;
        retained = isRetained;
        arrived = arrivedAt;
    }

    /** Whether what stands at a place became a reading. */
    boolean take(Wanted wanted, int place) {
        if (!found.isThere(place)) {
            if (found.kind(place) == Found.Kind.NULL) outcome.idle("no value");
            return false;
        }
        Condition broken = Condition.broken(wanted.accept(), found);
        if (broken != null) {
            outcome.idle("not accepted: " + broken.at() + " is " + shown(broken.place()));
            return false;
        }
        double carried = number(place, wanted);
        if (Double.isNaN(carried)) return false;
        double value = wanted.canonical(carried, found) + 0.0; // a negative zero becomes zero
        String wrong = wanted.wrong(value, found);
        if (wrong != null) {
            outcome.flaw(wanted.name() + ": " + wrong);
            return false;
        }
        return put(wanted, value);
    }

    private boolean put(Wanted wanted, double value) {
        Series series = series(wanted);
        if (series == null) {
            outcome.flaw("nothing is there for " + name.lacking(found) + " of the sensor's id");
            return false;
        }
        Stamp stamp = wanted.clock().stamp(found, arrived);
        Reading reading = new Reading(series, stamp.t(), value, quality(wanted, value, stamp), stamp.own());
        if (retained && !stamp.own()) outcome.addAged(reading);
        else outcome.add(reading);
        return true;
    }

    private @Nullable Series series(Wanted wanted) {
        if (wanted.series() != null) return wanted.series();
        String id = name.of(found);
        return id == null
                ? null
                : Series.of(id, sensor.venueId(), wanted.channel().quantity());
    }

    /** NaN where there is none; then it has been said why. */
    private double number(int place, Wanted wanted) {
        double number = Double.NaN;
        if (found.kind(place) == Found.Kind.NUMBER) {
            number = found.number(place);
        } else if (found.kind(place) == Found.Kind.TEXT) {
            String text = PlainNumber.trimmed(found.text(place));
            number = PlainNumber.read(text, sensor.dialect().decimal());
            if (Double.isNaN(number) && wanted.channel().details().missing().hasWord(text)) {
                outcome.idle("no value");
                return number;
            }
            if (Double.isNaN(number))
                outcome.flaw(wanted.name() + ": text '" + Shown.text(text) + "' where a number belongs");
        } else if (wanted.places().size() == 1 || !found.text(place).isEmpty()) {
            outcome.flaw(wanted.name() + ": not a number");
        } // Of several places one may lead to an object in which another finds the value.
        if (!wanted.channel().details().missing().has(number)) return number;
        outcome.idle("no value");
        return Double.NaN;
    }

    private Quality quality(Wanted wanted, double value, Stamp stamp) {
        Quality plain = stamp.quality(sensor.state(), wanted.channel(), value);
        if (plain == Quality.MAINTENANCE) return plain;
        if (wanted.flag() >= 0 && found.isThere(wanted.flag())) {
            Quality flagged = Hj212Form.quality(found.text(wanted.flag()));
            if (flagged != Quality.GOOD) return flagged;
        }
        return Condition.broken(wanted.trust(), found) == null ? plain : Quality.IMPLAUSIBLE;
    }

    private String shown(int place) {
        return switch (found.kind(place)) {
            case ABSENT, NULL -> "not there";
            case OTHER -> found.text(place).isEmpty() ? "no single value" : found.text(place);
            default -> "'" + Shown.text(found.text(place)) + "'";
        };
    }
}
