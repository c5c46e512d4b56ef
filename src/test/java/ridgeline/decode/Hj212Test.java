package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.decode.Sensors.bytes;

import org.junit.jupiter.api.Test;

class Hj212Test {
    private static final String HEAD = "QN=20261124115900123;ST=22;CN=2011;PW=123456;MN=M1;Flag=5;";
    private static final String READINGS =
            "readings: [{quantity: pm25, at: a34004, unit: ug/m3}, {quantity: noise, at: LA, unit: dB(A)}]";

    private final Entries entries =
            Entries.of("id: 'hj-{mn}', format: hj212, capture: {mn: MN}, time: {zone: Asia/Shanghai}, " + READINGS);

    private static String frame(String segment, int checksum) {
        return "##%04d%s%04X\r\n".formatted(segment.length(), segment, checksum);
    }

    private static String frame(String data) {
        String segment = HEAD + "CP=&&" + data + "&&";
        return frame(segment, Crc.hj212(bytes(segment), 0, segment.length()));
    }

    @Test
    void itComputesTheChecksumOfTheStandardsExample() {
        byte[] example = bytes("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                + "CP=&&RtdInterval=30&&");
        assertThat(Crc.hj212(example, 0, example.length)).isEqualTo(0x1C80);
    }

    @Test
    void itTakesFlagsForQuality() {
        assertThat(entries.read(frame("DataTime=20261124115900;a34004-Rtd=25,a34004-Flag=N;LA-Rtd=50.1")))
                .containsExactly("hj-M1.pm25=25.0@-60.0", "hj-M1.noise=50.1@-60.0");
        assertThat(entries.read(frame("DataTime=20261124115900;a34004-Rtd=25,a34004-Flag=D;LA-Rtd=50.1,LA-Flag=C")))
                .containsExactly("hj-M1.pm25=25.0@-60.0 implausible", "hj-M1.noise=50.1@-60.0 maintenance");
        assertThat(entries.read(frame("DataTime=20261124115900;a34004-Rtd=25;Flag=B")))
                .containsExactly("hj-M1.pm25=25.0@-60.0 implausible");
    }

    @Test
    void itForgivesSwappedBytesAndTheChecksumOfModbus() {
        String segment = HEAD + "CP=&&DataTime=20261124115900123;a34004-Rtd=25&&";
        int standard = Crc.hj212(bytes(segment), 0, segment.length());
        int modbus = Crc.modbus(bytes(segment), 0, segment.length());
        for (int checksum : new int[] {standard, swapped(standard), modbus, swapped(modbus)})
            assertThat(entries.read(frame(segment, checksum)
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace(segment.toLowerCase(java.util.Locale.ROOT), segment)))
                    .containsExactly("hj-M1.pm25=25.0@-60.0");
        assertThat(entries.read(frame(segment, standard ^ 1)).get(0))
                .startsWith("[refused not HJ 212: the checksum is");
    }

    private static int swapped(int checksum) {
        return (checksum & 0xFF) << 8 | checksum >> 8;
    }

    @Test
    void itForgivesMoreWhereTheChecksumIsSwitchedOff() {
        Entries lax = Entries.of("format: hj212, checksum: false, " + READINGS);
        assertThat(lax.read("##0136ST=32;CN=2011;MN=X;CP=&&DataTime=20261124115900;a34004-Rtd=7&&4980"))
                .containsExactly("s0.pm25=7.0@-60.0");
    }

    @Test
    void itReadsSeveralFramesAndFindsTheirBeginning() {
        String two =
                "#0121QN=2026" + frame("DataTime=20261124115900;LA-Rtd=1") + frame("DataTime=20261124115930;LA-Rtd=2");
        assertThat(entries.read(two)).containsExactly("hj-M1.noise=1.0@-60.0", "hj-M1.noise=2.0@-30.0");
    }

    @Test
    void itRemembersTheTimeOfASplitMessage() {
        assertThat(entries.read(frame("DataTime=20261124115900;LA-Rtd=1"))).hasSize(1);
        assertThat(entries.read(frame("a34004-Rtd=9"))).containsExactly("hj-M1.pm25=9.0@-60.0");
    }

    @Test
    void itTakesNothingFromCommandsAndUnknownFactors() {
        assertThat(entries.read(frame("DataTime=20261124115900;LA-td=50.1;x=;;=5"))
                        .get(0))
                .startsWith("[nothing");
        String command = HEAD.replace("2011", "9014") + "CP=&&&&";
        assertThat(entries.read(frame(command, Crc.hj212(bytes(command), 0, command.length()))))
                .containsExactly("[nothing HJ 212 command, no measurements]");
    }

    @Test
    void itRefusesWhatIsCut() {
        String whole = frame("DataTime=20261124115900;LA-Rtd=1");
        for (int length = 1; length < whole.length() - 2; length++)
            assertThat(entries.read(whole.substring(0, length)).get(0))
                    .as("%d characters", length)
                    .startsWith("[refused not HJ 212");
        assertThat(entries.read("a34004-Rtd=29;LA-Rtd=1&&84C1").get(0)).startsWith("[refused not HJ 212");
    }
}
