package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.decode.Sensors.NOON;
import static ridgeline.decode.Sensors.at;
import static ridgeline.decode.Sensors.channel;
import static ridgeline.decode.Sensors.decoder;
import static ridgeline.decode.Sensors.idle;
import static ridgeline.decode.Sensors.json;
import static ridgeline.decode.Sensors.reading;
import static ridgeline.decode.Sensors.readings;
import static ridgeline.decode.Sensors.retained;
import static ridgeline.decode.Sensors.sensor;
import static ridgeline.decode.Sensors.shown;
import static ridgeline.decode.Sensors.time;

import org.junit.jupiter.api.Test;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.Range;
import ridgeline.domain.Sensor.TimeUnitOf;
import ridgeline.domain.Series;

class DecoderTest {
    private static Decoded one(String pointer, String payload) {
        return at(decoder(json("x", "t", null, channel(Quantity.PM25, pointer))), "t", payload);
    }

    private static double value(String pointer, String payload) {
        return reading(one(pointer, payload)).value();
    }

    @Test
    void itFollowsPointersAsRfc6901SaysThem() {
        assertThat(value("/a/b", "{\"a\":{\"c\":1,\"b\":2}}")).isEqualTo(2);
        assertThat(value("/a~1b", "{\"a/b\":3,\"a\":{\"b\":1}}")).isEqualTo(3);
        assertThat(value("/m~0n", "{\"m~n\":4}")).isEqualTo(4);
        assertThat(value("/~01", "{\"~1\":5,\"/\":1}")).isEqualTo(5);
        assertThat(value("/", "{\"\":6}")).isEqualTo(6);
        assertThat(value("/ / ", "{\" \":{\" \":7}}")).isEqualTo(7);
        assertThat(value("", "8.5")).isEqualTo(8.5);
        assertThat(value("/风速", "{\"风速\":9}")).isEqualTo(9);
        assertThat(value("/a\"b", "{\"a\\\"b\":10}")).isEqualTo(10);
    }

    @Test
    void itFindsArrayElementsByIndexAlone() {
        assertThat(value("/v/1", "{\"v\":[1,2,3]}")).isEqualTo(2);
        assertThat(value("/0/x/2", "[{\"x\":[[9],{},4]},5]")).isEqualTo(4);
        assertThat(value("/1", "{\"1\":6}")).isEqualTo(6);
        assertThat(idle(one("/v/01", "{\"v\":[1,2]}"))).isEqualTo("none of [/v/01] is there");
        assertThat(idle(one("/v/2", "{\"v\":[1,2]}"))).isEqualTo("none of [/v/2] is there");
        assertThat(idle(one("/v/-", "{\"v\":[1,2]}"))).isEqualTo("none of [/v/-] is there");
    }

    @Test
    void itTakesNothingFromAMissingPathOrANull() {
        Decoder decoder = decoder(json(
                "x",
                "t",
                null,
                channel(Quantity.PM25, "/a"),
                channel(Quantity.PM10, "/b"),
                channel(Quantity.CO, "/c/d")));
        assertThat(at(decoder, "t", "{\"a\":1,\"b\":null,\"c\":{}}"))
                .isInstanceOfSatisfying(
                        Decoded.Readings.class, some -> assertThat(some.flaw()).isNull());
        assertThat(shown(at(decoder, "t", "{\"a\":1,\"b\":null,\"c\":{}}"))).containsExactly("x.pm25=1.0");
        assertThat(at(decoder, "t", "{\"a\":null}")).isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void itKeepsTheGoodValuesOfAMessageThatHoldsABadOne() {
        Decoder decoder = decoder(json("x", "t", null, channel(Quantity.PM25, "/a"), channel(Quantity.PM10, "/b")));
        Decoded decoded = at(decoder, "t", "{\"a\":\"low\",\"b\":3}");
        assertThat(shown(decoded)).containsExactly("x.pm10=3.0");
        assertThat(((Decoded.Readings) decoded).flaw()).isEqualTo("/a: text 'low' where a number belongs");
    }

    @Test
    void itReadsOnePlaceForSeveralQuantitiesAndAPlaceWithinAPlace() {
        Decoder decoder = decoder(json(
                "x",
                "t",
                null,
                channel(Quantity.TEMPERATURE, "/v"),
                channel(Quantity.SNOW_TEMPERATURE, "/v"),
                channel(Quantity.PM25, "/v/w")));
        assertThat(shown(at(decoder, "t", "{\"v\":-4}")))
                .containsExactly("x.temperature=-4.0", "x.snow_temperature=-4.0");
        assertThat(shown(at(decoder, "t", "{\"v\":{\"w\":1}}"))).containsExactly("x.pm25=1.0");
    }

    @Test
    void itFeedsEverySensorThatHearsATopic() {
        Decoder decoder = decoder(
                json("air", "c/+/1", null, channel(Quantity.PM25, "/pm")),
                json("mast", "c/#", null, channel(Quantity.HUMIDITY, "/rh")),
                json("other", "d/#", null, channel(Quantity.CO, "/co")));
        assertThat(shown(at(decoder, "c/x/1", "{\"pm\":1,\"rh\":2,\"co\":3}")))
                .containsExactly("air.pm25=1.0", "mast.humidity=2.0");
        Decoded half = at(decoder, "c/x/1", "{\"rh\":2}");
        assertThat(shown(half)).containsExactly("mast.humidity=2.0");
        assertThat(((Decoded.Readings) half).flaw()).isNull();
        assertThat(at(decoder, "e", "1")).isInstanceOf(Decoded.Unmatched.class);
        assertThat(decoder.subscriptions()).containsExactly("c/+/1", "c/#", "d/#");
    }

    @Test
    void itMakesOneSensorPerDeviceOfACapture() {
        Decoder decoder = decoder(json("mast-{dev}-{n}", "c/{n}/{dev}", null, channel(Quantity.HUMIDITY, "/rh")));
        assertThat(reading(at(decoder, "c/2/ab_C", "{\"rh\":50}")).series())
                .isEqualTo(Series.of("mast-ab_C-2", "genting", Quantity.HUMIDITY));
        assertThat(shown(at(decoder, "c/{dev}/a b.", "{\"rh\":50}")))
                .containsExactly("mast-a-b--{dev}.humidity=50.0".replace("{dev}", "-dev-"));
        assertThat(shown(at(decoder, "c//", "{\"rh\":50}"))).containsExactly("mast----.humidity=50.0");
    }

    @Test
    void itDoesNotHearARetiredSensor() {
        Sensor retired = sensor("x", "t", Sensor.Format.JSON, null, Sensor.State.RETIRED, channel(Quantity.PM25, "/a"));
        assertThat(at(decoder(retired), "t", "{\"a\":1}")).isInstanceOf(Decoded.Unmatched.class);
        assertThat(decoder(retired).subscriptions()).isEmpty();
    }

    @Test
    void itStoresCanonicalUnitsAndJudgesTheRangeInThem() {
        Channel fahrenheit =
                new Channel(Quantity.TEMPERATURE, "/f", "degF", 5.0 / 9, -160.0 / 9, 2, 1, new Range(-50, 60));
        Decoder decoder = decoder(json("x", "t", null, fahrenheit));
        assertThat(reading(at(decoder, "t", "{\"f\":50}")).value())
                .isCloseTo(21, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(reading(at(decoder, "t", "{\"f\":50}")).quality()).isEqualTo(Quality.GOOD);
        assertThat(reading(at(decoder, "t", "{\"f\":90}")).quality()).isEqualTo(Quality.IMPLAUSIBLE);
    }

    @Test
    void itTakesBothEndsOfARangeAsPlausible() {
        Decoder decoder = decoder(json("x", "t", null, Sensors.ranged(Quantity.HUMIDITY, "/h", 0, 100)));
        assertThat(reading(at(decoder, "t", "{\"h\":0}")).quality()).isEqualTo(Quality.GOOD);
        assertThat(reading(at(decoder, "t", "{\"h\":100}")).quality()).isEqualTo(Quality.GOOD);
        assertThat(reading(at(decoder, "t", "{\"h\":100.001}")).quality()).isEqualTo(Quality.IMPLAUSIBLE);
        assertThat(reading(at(decoder, "t", "{\"h\":-1e-9}")).quality()).isEqualTo(Quality.IMPLAUSIBLE);
    }

    @Test
    void itMarksWhatComesDuringMaintenanceWhateverElseIsWrong() {
        Channel ranged = Sensors.ranged(Quantity.PM25, "/a", 0, 10);
        Decoder decoder =
                decoder(sensor("x", "t", Sensor.Format.JSON, time(TimeUnitOf.MS), Sensor.State.MAINTENANCE, ranged));
        assertThat(reading(at(decoder, "t", "{\"a\":99,\"t\":0}")).quality()).isEqualTo(Quality.MAINTENANCE);
    }

    @Test
    void itTrustsATimeFromAnHourBehindToFiveMinutesAhead() {
        Decoder decoder = decoder(json("x", "t", time(TimeUnitOf.MS), channel(Quantity.PM25, "/a")));
        expect(decoder, NOON, NOON, Quality.GOOD);
        expect(decoder, NOON - 3_600_000, NOON - 3_600_000, Quality.GOOD);
        expect(decoder, NOON - 3_600_001, NOON - 3_600_001, Quality.LATE);
        expect(decoder, NOON + 300_000, NOON + 300_000, Quality.GOOD);
        expect(decoder, NOON + 300_001, NOON, Quality.SUSPECT_CLOCK);
        long year2020 = 1_577_836_800_000L;
        expect(decoder, year2020, year2020, Quality.LATE);
        expect(decoder, year2020 - 1, NOON, Quality.SUSPECT_CLOCK);
        expect(decoder, Long.MAX_VALUE, NOON, Quality.SUSPECT_CLOCK);
        expect(decoder, Long.MIN_VALUE, NOON, Quality.SUSPECT_CLOCK);
    }

    private static void expect(Decoder decoder, long own, long stored, Quality quality) {
        var reading = reading(at(decoder, "t", "{\"a\":1,\"t\":" + own + "}"));
        assertThat(reading.t()).as("own time %d", own).isEqualTo(stored);
        assertThat(reading.quality()).as("own time %d", own).isEqualTo(quality);
        assertThat(reading.ownTime()).as("own time %d", own).isEqualTo(quality != Quality.SUSPECT_CLOCK);
    }

    @Test
    void itStoresUnderArrivalWhenTheTimeIsMissingOrNoTime() {
        Decoder decoder = decoder(json("x", "t", time(TimeUnitOf.MS), channel(Quantity.PM25, "/a")));
        for (String time : new String[] {"null", "\"soon\"", "true", "{}", "[1]", "1e300", "-1e999"}) {
            var reading = reading(at(decoder, "t", "{\"a\":1,\"t\":" + time + "}"));
            assertThat(reading.t()).as(time).isEqualTo(NOON);
            assertThat(reading.quality()).as(time).isEqualTo(Quality.SUSPECT_CLOCK);
            assertThat(reading.ownTime()).as(time).isFalse();
        }
        assertThat(reading(at(decoder, "t", "{\"a\":1}")).quality()).isEqualTo(Quality.SUSPECT_CLOCK);
    }

    @Test
    void itStampsOnArrivalWithoutSuspicionWhereNoTimeIsConfigured() {
        var reading = reading(one("/a", "{\"a\":1,\"t\":5}"));
        assertThat(reading.t()).isEqualTo(NOON);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        assertThat(reading.ownTime()).isFalse();
    }

    @Test
    void itTakesARetainedMessageOnlyUnderABelievedTimeOfItsOwn() {
        Decoder timed = decoder(json("x", "t", time(TimeUnitOf.MS), channel(Quantity.PM25, "/a")));
        assertThat(readings(retained(timed, "t", "{\"a\":1,\"t\":" + (NOON - 86_400_000) + "}")))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.t()).isEqualTo(NOON - 86_400_000);
                    assertThat(reading.quality()).isEqualTo(Quality.LATE);
                });
        assertThat(retained(timed, "t", "{\"a\":1}")).isInstanceOf(Decoded.Ignored.class);
        assertThat(retained(timed, "t", "{\"a\":1,\"t\":12}")).isInstanceOf(Decoded.Ignored.class);
        Decoder untimed = decoder(json("x", "t", null, channel(Quantity.PM25, "/a")));
        assertThat(retained(untimed, "t", "{\"a\":1}")).isInstanceOfSatisfying(Decoded.Ignored.class, ignored -> {
            assertThat(ignored.reason()).isEqualTo("retained, and its age is unknown");
            assertThat(ignored.held()).hasSize(1);
        });
    }
}
