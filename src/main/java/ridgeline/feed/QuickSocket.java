package ridgeline.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * A TCP socket that confirms what it has read at once. Mosquitto by default holds a small message back until the one before it is
 * confirmed (Nagle, RFC 896), and the kernel confirms late when we say nothing: our acknowledgements come a commit at a time, so
 * every message would wait for the commit before its own.
 */
final class QuickSocket extends Socket {
    private final boolean quick = supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream plain = super.getInputStream();
        if (!quick) return plain;
        return new FilterInputStream(plain) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                // The kernel forgets it with the next packet, so it is said after each read.
                setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                return read;
            }
        };
    }

    /** Makes them as Paho asks for them: unconnected. */
    static final class Factory extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new QuickSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("connected sockets are not made here");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("connected sockets are not made here");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("connected sockets are not made here");
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException("connected sockets are not made here");
        }
    }
}
