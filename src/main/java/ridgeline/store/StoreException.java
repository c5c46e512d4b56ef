package ridgeline.store;

/** The disk or the database did not do what was asked; the message says what was being done. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String doing, Throwable cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }

    public StoreException(String problem) {
        super(problem);
    }
}
