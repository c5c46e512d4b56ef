package ridgeline.config;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Looks once through a whole document for what no file may hold: double keys, keys that are not text, tags, and
 * aliases that contain themselves or multiply.
 */
final class YamlShape {
    /** How many nodes aliases may add to those that are written out. */
    static final long MOST_ALIASED = 50_000;

    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);
    private static final long OPEN = -1;

    private final String file;
    private final Problems problems;
    /** Expanded size of each node; {@link #OPEN} while it is being looked through. */
    private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

    private boolean sound = true;

    YamlShape(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Whether the document may be read further; double keys and tags are reported but do not stop the reading. */
    boolean isSound(Node root) {
        long size = sizeOf(root, "");
        if (size - sizes.size() > MOST_ALIASED) {
            sound = false;
            report(root, "", "grows by more than " + MOST_ALIASED + " values through aliases, allowed: few aliases");
        }
        return sound;
    }

    private long sizeOf(Node node, String path) {
        Long known = sizes.get(node);
        if (known != null && known == OPEN) {
            sound = false;
            report(node, path, "contains itself through an alias, allowed: aliases to finished values");
            return 1;
        }
        if (known != null) return known;
        sizes.put(node, OPEN);
        if (!TAGS.contains(node.getTag()))
            report(node, path, "carries the tag " + node.getTag().getValue() + ", allowed: no tags");
        long size = 1;
        if (node instanceof SequenceNode list) size += sizeOf(list, path);
        else if (node instanceof MappingNode map) size += sizeOf(map, path);
        sizes.put(node, Math.min(size, Integer.MAX_VALUE));
        return size;
    }

    private long sizeOf(SequenceNode list, String path) {
        long size = 0;
        int place = 0;
        for (Node item : list.getValue()) size += sizeOf(item, path + "[" + place++ + "]");
        return size;
    }

    private long sizeOf(MappingNode map, String path) {
        long size = 0;
        Map<String, Node> seen = new HashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Node key = tuple.getKeyNode();
            String inner = path;
            if (key instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
                inner = YamlWords.join(path, scalar.getValue());
                Node first = seen.putIfAbsent(scalar.getValue(), key);
                if (first != null)
                    report(key, inner, "is given twice, first in line " + line(first) + ", allowed: once");
            } else {
                report(key, path, "has a key that is not text, allowed: text as key (in quotes if need be)");
            }
            size += sizeOf(key, inner) + sizeOf(tuple.getValueNode(), inner);
        }
        return size;
    }

    private void report(Node node, String path, String text) {
        int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        problems.add(new Problem(file, line(node), column, path.isEmpty() ? Yaml.DOCUMENT : path, text));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
