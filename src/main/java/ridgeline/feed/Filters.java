package ridgeline.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a set of MQTT topic filters disjoint. A broker may deliver one message once for each subscription that matches it
 * (MQTT 5, section 3.3.4), under different packet ids, which would be two readings; so filters that overlap are widened until
 * one filter stands for both.
 */
final class Filters {
    private Filters() {}

    static Set<String> disjoint(Collection<String> filters) {
        List<String> kept = new ArrayList<>();
        for (String filter : new TreeSet<>(filters)) add(kept, filter);
        return new TreeSet<>(kept);
    }

    private static void add(List<String> kept, String filter) {
        for (int i = 0; i < kept.size(); i++) {
            if (overlap(kept.get(i), filter)) {
                add(kept, union(kept.remove(i), filter));
                return;
            }
        }
        kept.add(filter);
    }

    /** Whether some topic matches both. */
    static boolean overlap(String one, String other) {
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        if (a[0].startsWith("$") != b[0].startsWith("$")) return false;
        for (int i = 0; ; i++) {
            if (at(a, i).equals("#") || at(b, i).equals("#")) return true;
            if (i >= a.length || i >= b.length) return a.length == b.length || hashFollows(a, b, i);
            if (!a[i].equals(b[i]) && !a[i].equals("+") && !b[i].equals("+")) return false;
        }
    }

    /** {@code a/#} matches {@code a} too. */
    private static boolean hashFollows(String[] a, String[] b, int i) {
        return at(a, i).equals("#") || at(b, i).equals("#");
    }

    private static String at(String[] levels, int i) {
        return i < levels.length ? levels[i] : "";
    }

    /** The narrowest filter that matches all that either matches. */
    static String union(String one, String other) {
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            if (i >= a.length || i >= b.length || a[i].equals("#") || b[i].equals("#")) {
                levels.add("#");
                break;
            }
            levels.add(a[i].equals(b[i]) ? a[i] : "+");
        }
        return String.join("/", levels);
    }
}
