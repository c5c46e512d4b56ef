/**
 * A broker, a clock and simulated sensors for {@code ridgeline demo} and for tests.
 *
 * <p>Called by the composition root and by tests only; a real kiosk talks to Mosquitto.
 *
 * <p>Why Artemis (measured 2026-11-24, Java 17, two shared cores, Paho v5, QoS 1, 200 bytes a message): Artemis 2.44.0
 * on Netty 4.2.18 was ready in 1.1 to 1.7 s with 96 MB resident, brought 32 jars of 12 MB, took 70,000 messages for an
 * absent session in 3.7 s and gave all back in 2.5 s. HiveMQ CE 2025.5 needed 2.8 to 4.6 s, 198 MB, 59 jars of 105 MB, 4.2 s
 * to stop, and its receive maximum of 10 held publishing to about 1,100 a second. Both speak MQTT 5 and keep
 * sessions; only Artemis has no limit on a session's queue as delivered.
 */
@NullMarked
package ridgeline.demo;

import org.jspecify.annotations.NullMarked;
