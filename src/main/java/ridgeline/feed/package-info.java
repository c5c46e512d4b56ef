/**
 * MQTT in: one connection kept alive by our own supervisor, raw messages out through a byte-bounded inbox. The only package
 * that knows Paho (the demo apart); the root opens it last and closes it first.
 *
 * <p>Why a new client object for each connection: Paho 1.2.5 wedges for ever when an acknowledgement arrives between two
 * lives of one client, and its own automatic reconnect cannot be told to wait. Why manual acknowledgement at QoS 1 only: at
 * QoS 2 Paho completes the handshake before the message is stored. Why the guarded stream: a control character in a topic
 * kills Paho's receiver thread while the client still calls itself connected, and a declared giant packet is allocated before
 * its size is checked.
 */
@NullMarked
package ridgeline.feed;

import org.jspecify.annotations.NullMarked;
