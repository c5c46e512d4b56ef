package ridgeline.decode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that one JSON object has had so far, to tell one that comes twice. A few are compared one by one, and only when
 * their hashes may be the same: the parser's own way of telling takes a fifth of the time of a short message.
 */
final class MemberNames {
    private static final int FEW = 16;

    private final String[] few = new String[FEW];
    private int count;
    /** A bit for each hash there has been, by its last six bits. */
    private long hashes;

    private @Nullable Set<String> many;

    /** False when the name has been there before. */
    boolean add(String name) {
        if (many != null) return many.add(name);
        long hash = 1L << name.hashCode();
        if ((hashes & hash) != 0 && isAmongFew(name)) return false;
        hashes |= hash;
        if (count < FEW) few[count++] = name;
        else many = new HashSet<>(Arrays.asList(few));
        return many == null || many.add(name);
    }

    private boolean isAmongFew(String name) {
        for (int i = 0; i < count; i++) if (few[i].equals(name)) return true;
        return false;
    }
}
