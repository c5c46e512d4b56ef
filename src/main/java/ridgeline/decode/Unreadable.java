package ridgeline.decode;

import java.io.IOException;

/** A payload that is not in the sensor's format, or that holds nothing by that format's own rules. */
final class Unreadable extends IOException {
    private final boolean wrong;

    private Unreadable(String reason, boolean wrong) {
        super(reason);
        this.wrong = wrong;
    }

    /** Refused; the reason begins with the format's name. */
    static Unreadable wrong(String reason) {
        return new Unreadable(reason, true);
    }

    /** Well-formed, and not a message with values. */
    static Unreadable idle(String reason) {
        return new Unreadable(reason, false);
    }

    boolean isWrong() {
        return wrong;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
