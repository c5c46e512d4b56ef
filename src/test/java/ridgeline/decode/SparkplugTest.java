package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SparkplugTest {
    private static final int INT32 = 3;
    private static final int DOUBLE = 10;

    private final Entries entries =
            Entries.of("id: 'spb-{d}', topic: 'spBv1.0/g/+/{d#}', format: sparkplug, readings: ["
                    + "{quantity: temperature, at: t, unit: degC}, {quantity: pressure, at: p}]");

    private interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Writing writing) {
        try {
            var bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            writing.to(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] payload(byte[]... metrics) {
        return message(out -> {
            out.writeUInt64(1, Sensors.NOON - 1000);
            for (byte[] metric : metrics) out.writeByteArray(2, metric);
        });
    }

    private static byte[] born(String name, int alias, int type, int value) {
        return message(out -> {
            out.writeString(1, name);
            out.writeUInt64(2, alias);
            out.writeUInt32(4, type);
            if (type == DOUBLE) out.writeDouble(13, value);
            else out.writeUInt32(10, value);
        });
    }

    private static byte[] changed(int alias, int value) {
        return message(out -> {
            out.writeUInt64(2, alias);
            out.writeUInt32(10, value);
        });
    }

    private static byte[] inKilopascal(int alias) {
        byte[] text = message(out -> {
            out.writeUInt32(1, 12);
            out.writeString(8, "kPa");
        });
        byte[] properties = message(out -> {
            out.writeString(1, "engUnit");
            out.writeByteArray(2, text);
        });
        return message(out -> {
            out.writeString(1, "p");
            out.writeUInt64(2, alias);
            out.writeUInt32(4, DOUBLE);
            out.writeByteArray(9, properties);
            out.writeDouble(13, 84.5);
        });
    }

    @Test
    void itReadsByAliasAndTypeOfTheBirth() {
        assertThat(entries.read("spBv1.0/g/DDATA/e/d", payload(changed(4, -11))))
                .containsExactly("[nothing Sparkplug: alias 4 is unknown until the next birth]");
        assertThat(entries.read("spBv1.0/g/DBIRTH/e/d", payload(born("t", 4, INT32, -12))))
                .containsExactly("spb-e-d.temperature=-12.0@-1.0");
        assertThat(entries.read("spBv1.0/g/DDATA/e/d", payload(changed(4, -11))))
                .containsExactly("spb-e-d.temperature=-11.0@-1.0");
    }

    @Test
    void itTakesTheUnitOfTheBirth() {
        assertThat(entries.read("spBv1.0/g/NBIRTH/e", payload(inKilopascal(1))))
                .containsExactly("spb-e.pressure=845.0@-1.0");
        byte[] next = message(out -> {
            out.writeUInt64(2, 1);
            out.writeUInt64(3, Sensors.NOON - 500);
            out.writeDouble(13, 84.0);
        });
        assertThat(entries.read("spBv1.0/g/NDATA/e", payload(next))).containsExactly("spb-e.pressure=840.0@-0.5");
    }

    @Test
    void itForgetsAliasesWithTheNode() {
        entries.read("spBv1.0/g/NBIRTH/e", payload(born("t", 4, INT32, 1)));
        assertThat(entries.read("spBv1.0/g/NDEATH/e", payload()))
                .containsExactly("[gone Sparkplug: the edge node went offline]");
        assertThat(entries.read("spBv1.0/g/NDATA/e", payload(changed(4, 2))).get(0))
                .startsWith("[nothing Sparkplug: alias 4");
    }

    private static byte[] session(int number) {
        return message(out -> {
            out.writeString(1, "bdSeq");
            out.writeUInt32(4, 4);
            out.writeUInt64(11, number);
        });
    }

    @Test
    void itTakesDevicesAlongWhenTheirNodeDies() {
        assertThat(entries.isGone("spb-e", "spBv1.0/g/NDEATH/e", payload())).isTrue();
        assertThat(entries.isGone("spb-e-d", "spBv1.0/g/NDEATH/e", payload())).isTrue();
        assertThat(entries.isGone("spb-f", "spBv1.0/g/NDEATH/e", payload())).isFalse();
        assertThat(entries.isGone("spb-e-d", "spBv1.0/g/DDEATH/e/d", payload())).isTrue();
        assertThat(entries.isGone("spb-e", "spBv1.0/g/DDEATH/e/d", payload())).isFalse();
        assertThat(entries.isGone("spb-e", "spBv1.0/other/NDEATH/e", payload())).isFalse();
    }

    @Test
    void itTakesTheDeathOfAnEarlierSessionForNothing() {
        entries.read("spBv1.0/g/NBIRTH/e", payload(session(2), born("t", 4, INT32, 1)));
        assertThat(entries.read("spBv1.0/g/NDEATH/e", payload(session(1))).get(0))
                .isEqualTo("[nothing Sparkplug: the death of a session before the last birth]");
        assertThat(entries.read("spBv1.0/g/NDATA/e", payload(changed(4, 2))))
                .containsExactly("spb-e.temperature=2.0@-1.0");
        assertThat(entries.isGone("spb-e", "spBv1.0/g/NDEATH/e", payload(session(2))))
                .isTrue();
    }

    @Test
    void itHearsOfDeathsWhereverValuesCome() {
        Entries devices = Entries.of("id: 'd-{n}-{d}', topic: 'spBv1.0/g/DDATA/{n}/{d}', format: sparkplug, "
                + "readings: [{quantity: temperature, at: t, unit: degC}]");
        assertThat(devices.subscriptions())
                .containsExactlyInAnyOrder("spBv1.0/g/DDATA/+/+", "spBv1.0/+/NDEATH/+", "spBv1.0/+/DDEATH/+/+");
        assertThat(devices.isGone("d-e-7", "spBv1.0/g/NDEATH/e", payload())).isTrue();
        assertThat(devices.read("spBv1.0/other/NDEATH/e", payload())).containsExactly("[unmatched]");
    }

    @Test
    void itTakesNothingFromANullMetricOrAState() {
        byte[] none = message(out -> {
            out.writeString(1, "t");
            out.writeBool(7, true);
        });
        assertThat(entries.read("spBv1.0/g/NDATA/e", payload(none))).containsExactly("[nothing no value]");
        assertThat(entries.read("spBv1.0/g/NCMD/e", payload(none)).get(0)).startsWith("[nothing Sparkplug: no births");
    }

    @Test
    void itRefusesWhatIsNoProtobuf() {
        byte[] whole = payload(born("t", 4, INT32, 1));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThat(entries.read("spBv1.0/g/NBIRTH/e", cut).get(0)).startsWith("[refused not sparkplug: ");
    }
}
