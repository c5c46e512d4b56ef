package ridgeline.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on the database that fails as a {@link StoreException} which says what was being done. */
interface Attempt<T extends @Nullable Object> {
    T run() throws SQLException;

    static <T extends @Nullable Object> T attempt(String doing, Attempt<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw new StoreException(doing, failure);
        }
    }

    static void close(Connection connection) {
        attempt("closing the database", () -> {
            connection.close();
            return true;
        });
    }
}
