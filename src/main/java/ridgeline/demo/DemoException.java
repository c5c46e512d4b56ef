package ridgeline.demo;

/** Broker or simulated sensors could not begin or end; the message says what was being done. */
public final class DemoException extends RuntimeException {
    DemoException(String doing) {
        super(doing);
    }

    DemoException(String doing, Throwable cause) {
        super(doing, cause);
    }
}
