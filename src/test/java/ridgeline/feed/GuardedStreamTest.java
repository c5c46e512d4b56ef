package ridgeline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridgeline.testing.Wire.NO_PROPERTIES;
import static ridgeline.testing.Wire.packet;
import static ridgeline.testing.Wire.publish;
import static ridgeline.testing.Wire.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.testing.Wire;

class GuardedStreamTest {
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Set<Integer> repeated = new TreeSet<>();

    /** Gives its bytes in pieces; between two of them it times out now and then, as a socket does. */
    private static final class Dripping extends InputStream {
        private final InputStream bytes;
        private final Random random;
        private boolean timedOut;

        Dripping(byte[] bytes, long seed) {
            this.bytes = new ByteArrayInputStream(bytes);
            random = new Random(seed);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            timedOut = !timedOut && random.nextInt(3) == 0;
            if (timedOut) throw new SocketTimeoutException("nothing yet");
            int most = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(9_000);
            return bytes.read(target, offset, Math.min(length, most));
        }
    }

    private GuardedStream guarded(byte[] bytes) {
        return new GuardedStream(new ByteArrayInputStream(bytes), LARGEST, repeated, () -> {});
    }

    /** What Paho makes of one packet that has passed the guard. */
    private MqttPublish passed(byte[] bytes) throws Exception {
        Wire.Packet packet = Wire.read(new DataInputStream(guarded(bytes)));
        MqttPublish read = (MqttPublish) MqttWireMessage.createWireMessage(packet(packet.first(), packet.body()));
        assertThat(read.getMessage()).isNotNull();
        return read;
    }

    private static boolean isMarked(String topic) {
        return topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0;
    }

    @Test
    void keepsBackAPacketUntilItIsWhole() throws IOException {
        byte[] whole = publish("a/b", "21.5", 7);
        for (int there = 0; there < whole.length; there++) {
            InputStream half = new java.io.SequenceInputStream(
                    new ByteArrayInputStream(whole, 0, there), new ByteArrayInputStream(new byte[0]));
            GuardedStream stream = new GuardedStream(half, LARGEST, repeated, () -> {});
            assertThatThrownBy(stream::read).isInstanceOf(EOFException.class);
        }
        assertThat(guarded(whole).readNBytes(whole.length)).isEqualTo(whole);
    }

    @Test
    void losesNothingHoweverTheBytesDripAndTimeOut() throws IOException {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            for (int i = 0; i < 40; i++) {
                byte[] payload = new byte[random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(300)];
                random.nextBytes(payload);
                sent.writeBytes(publish(0x32, utf8("chongli/" + i), i + 1, NO_PROPERTIES, payload));
                if (random.nextBoolean()) sent.writeBytes(packet(0xd0));
            }
            assertThat(readAll(
                            new GuardedStream(new Dripping(sent.toByteArray(), seed), LARGEST, repeated, () -> {}),
                            random))
                    .as("seed %d", seed)
                    .isEqualTo(sent.toByteArray());
        }
    }

    private static byte[] readAll(InputStream stream, Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[700];
        while (true) {
            try {
                int read = stream.read(piece, 0, 1 + random.nextInt(piece.length));
                all.write(piece, 0, read);
            } catch (SocketTimeoutException again) {
                assertThat(again).hasMessage("nothing yet");
            } catch (EOFException end) {
                return all.toByteArray();
            }
        }
    }

    @Test
    void refusesADeclaredGiantBeforeItAllocatesForIt() {
        GuardedStream stream = guarded(new byte[] {0x32, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 0, 3});
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("268435460 bytes");
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(4_000_000);
    }

    @Test
    void refusesALengthOfFiveBytes() {
        assertThatThrownBy(guarded(new byte[] {0x30, -1, -1, -1, -1, 1})::read).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chongli/genting/air/1", "崇礼/云顶/空气", "neige/é", "a/\uD83C\uDFBF", "a/\u00A0", "a/\uFFFD", "/"})
    void leavesWhatMqttAllowsAsItIs(String topic) throws Exception {
        assertThat(passed(publish(topic, "1", 7)).getTopicName()).isEqualTo(topic);
    }

    @Test
    void replacesEveryCharacterThatMqttForbidsInATopic() throws Exception {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            boolean control = point < 0x20 || point >= 0x7f && point < 0xa0;
            boolean nonCharacter = (point & 0xfffe) == 0xfffe || point >= 0xfdd0 && point < 0xfdf0;
            if (!control && !nonCharacter) continue;
            String topic = "a/" + new String(Character.toChars(point)) + "b";
            MqttPublish passed = passed(publish(topic, "1", 7));
            assertThat(passed.getTopicName()).as("U+%04X", point).matches("a/\\++b");
            assertThat(passed.getMessageId()).isEqualTo(7);
        }
    }

    @Test
    void replacesWhatIsNotUtf8() throws Exception {
        byte[][] wrong = {
            {(byte) 0xff},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xc1, (byte) 0xa1},
            {(byte) 0xe0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xe4}
        };
        for (byte[] topic : wrong) {
            assertThat(passed(publish(0x32, topic, 7, NO_PROPERTIES, utf8("1"))).getTopicName())
                    .isEqualTo("+".repeat(topic.length));
        }
    }

    @Test
    void marksABadTopicAtQosZeroToo() throws Exception {
        MqttPublish passed = passed(publish(0x30, utf8("a/\u0001"), 0, NO_PROPERTIES, utf8("1")));
        assertThat(passed.getTopicName()).isEqualTo("a/+");
    }

    @Test
    void takesThePropertiesOutWhateverTheyHold() throws Exception {
        for (int size : new int[] {1, 5, 100, 127, 128, 300, 16_383, 16_384, 70_000}) {
            byte[] properties = new byte[size];
            new Random(size).nextBytes(properties);
            for (int payload : new int[] {0, 4, 120, 128, 16_380, 70_000}) {
                MqttPublish passed = passed(publish(
                        0x33, utf8("a/b"), 259, properties, "x".repeat(payload).getBytes(UTF_8)));
                assertThat(passed.getTopicName()).isEqualTo("a/b");
                assertThat(passed.getMessageId()).isEqualTo(259);
                assertThat(new String(passed.getPayload(), UTF_8)).isEqualTo("x".repeat(payload));
                assertThat(passed.getMessage().isRetained()).isTrue();
            }
        }
    }

    @Test
    void goesOnWithThePacketAfterOneItShortened() throws IOException {
        byte[] next = publish("c", "2", 9);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(publish(0x32, utf8("a"), 8, new byte[200], utf8("1")));
        both.writeBytes(next);
        byte[] first = publish("a", "1", 8);
        byte[] read = guarded(both.toByteArray()).readNBytes(first.length);
        assertThat(read).isEqualTo(first);
        DataInputStream stream = new DataInputStream(guarded(both.toByteArray()));
        Wire.read(stream);
        Wire.Packet second = Wire.read(stream);
        assertThat(packet(second.first(), second.body())).isEqualTo(next);
    }

    @Test
    void notesWhatTheBrokerMarksAsSentBefore() throws Exception {
        passed(publish(0x32, utf8("a"), 1, NO_PROPERTIES, utf8("1")));
        passed(publish(0x3a, utf8("a"), 65_535, NO_PROPERTIES, utf8("1")));
        assertThat(repeated).containsExactly(65_535);
    }

    @Test
    void refusesAMessageWithoutASoundShape() {
        byte[][] bodies = {{}, {0}, {0, 9, 'a'}, {0, 1, 'a', 0}, {0, 1, 'a', 0, 1}, {0, 1, 'a', 0, 1, 5, 0}};
        for (byte[] body : bodies) {
            assertThatThrownBy(guarded(packet(0x32, body))::read).hasMessageContaining("malformed");
        }
        assertThatThrownBy(guarded(publish(0x36, utf8("a"), 1, NO_PROPERTIES, utf8("1")))::read)
                .hasMessageContaining("malformed");
    }

    @Test
    void letsNoTopicThroughThatPahoDiesOf() throws Exception {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] topic = randomTopic(random);
            boolean allowed = new String(topic, UTF_8).codePoints().allMatch(GuardedStreamTest::isAllowed)
                    && java.util.Arrays.equals(new String(topic, UTF_8).getBytes(UTF_8), topic);
            try {
                String read = passed(publish(0x32, topic, 7, NO_PROPERTIES, utf8("1")))
                        .getTopicName();
                if (allowed) assertThat(read).isEqualTo(new String(topic, UTF_8));
                else assertThat(isMarked(read)).isTrue();
            } catch (Exception | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private static byte[] randomTopic(Random random) {
        byte[] topic = new byte[random.nextInt(20)];
        if (random.nextBoolean()) {
            random.nextBytes(topic);
            return topic;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < topic.length; i++) {
            int point = random.nextInt(random.nextBoolean() ? 0x180 : 0x110000);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? '/' : point);
        }
        return utf8(text.toString());
    }

    private static boolean isAllowed(int point) {
        return !Character.isISOControl(point) && (point & 0xfffe) != 0xfffe && (point < 0xfdd0 || point > 0xfdef);
    }

    @Test
    void letsNothingThroughInAMessageThatPahoDiesOf() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            if (body.length > 1) {
                body[0] = 0;
                body[1] = (byte) random.nextInt(8);
            }
            try {
                passed(packet(0x30 | random.nextInt(16), body));
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("malformed");
            } catch (Exception | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }
}
