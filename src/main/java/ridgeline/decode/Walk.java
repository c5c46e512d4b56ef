package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Pointer;
import ridgeline.domain.Pointer.Step;

/**
 * Follows places through the tree of one message. What a value's first, second … {@code *} stood for is what the first, second
 * … {@code *} of its time, unit and conditions stand for, by name or by position. Bounded: it gives up after too many steps.
 */
final class Walk {
    private static final int MOST_STEPS = 40_000;

    private final JsonNode root;
    /** What each {@code *} of the value's place stands for now: a name or a position. */
    private final List<Object> bound = new ArrayList<>();

    private int left = MOST_STEPS;

    interface Visit {
        void at(JsonNode node) throws Unreadable;
    }

    Walk(JsonNode root) {
        this.root = root;
    }

    /** What the {@code *} of the place that is being visited stand for. */
    List<Object> bound() {
        return List.copyOf(bound);
    }

    /** Visits everything that a place leads to, in the order of the payload. */
    void each(Pointer place, Visit visit) throws Unreadable {
        each(root, place.steps(), 0, visit);
    }

    private void each(@Nullable JsonNode node, List<Step> steps, int step, Visit visit) throws Unreadable {
        if (node == null) return;
        tick();
        if (step == steps.size()) {
            visit.at(node);
            return;
        }
        Step next = steps.get(step);
        if (!(next instanceof Pointer.Each) && !(next instanceof Pointer.Name)) {
            each(one(node, next), steps, step + 1, visit);
            return;
        }
        int depth = bound.size();
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                bound.add(member.getKey());
                each(named(next, member.getKey(), member.getValue()), steps, step + 1, visit);
                bound.remove(depth);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                bound.add(i);
                each(named(next, Integer.toString(i), node.get(i)), steps, step + 1, visit);
                bound.remove(depth);
            }
        }
    }

    private static @Nullable JsonNode named(Step step, String name, @Nullable JsonNode value) {
        return step instanceof Pointer.Name ? Tree.NODES.textNode(name) : value;
    }

    /** What a place leads to for the value that is being visited; the first where that leaves a choice. */
    @Nullable
    JsonNode first(Pointer place) throws Unreadable {
        return first(root, place.steps(), 0, 0);
    }

    private @Nullable JsonNode first(@Nullable JsonNode node, List<Step> steps, int step, int star) throws Unreadable {
        if (node == null || step == steps.size()) return node;
        tick();
        Step next = steps.get(step);
        if (!(next instanceof Pointer.Each) && !(next instanceof Pointer.Name))
            return first(one(node, next), steps, step + 1, star);
        if (star < bound.size()) {
            Object which = bound.get(star);
            JsonNode child = which instanceof Integer position ? node.get(position) : node.get((String) which);
            return first(named(next, which.toString(), child), steps, step + 1, star + 1);
        }
        Iterator<String> names = node.fieldNames();
        for (int i = 0; i < node.size(); i++) {
            String name = names.hasNext() ? names.next() : Integer.toString(i);
            JsonNode child = node.isObject() ? node.get(name) : node.get(i);
            JsonNode found = first(named(next, name, child), steps, step + 1, star + 1);
            if (found != null) return found;
        }
        return null;
    }

    private @Nullable JsonNode one(JsonNode node, Step step) throws Unreadable {
        if (step instanceof Pointer.Key key) return node.isArray() ? element(node, key.name()) : node.get(key.name());
        if (step instanceof Pointer.Where where) {
            for (JsonNode element : node) {
                if (isText(first(element, where.at().steps(), 0, 0), where.value())) return element;
            }
            return null;
        }
        if (step instanceof Pointer.Beside beside) return beside(node, beside);
        if (step instanceof Pointer.Bytes bytes) return ByteField.read(node, bytes);
        return null;
    }

    private @Nullable JsonNode beside(JsonNode node, Pointer.Beside beside) throws Unreadable {
        int[] position = {-1};
        Walk names = new Walk(root);
        names.left = left;
        names.each(beside.names(), name -> {
            List<Object> stars = names.bound;
            boolean sameParents = true;
            for (int i = 0; i < stars.size() - 1 && i < bound.size(); i++)
                sameParents &= stars.get(i).equals(bound.get(i));
            if (position[0] < 0
                    && sameParents
                    && isText(name, beside.value())
                    && stars.get(stars.size() - 1) instanceof Integer last) position[0] = last;
        });
        left = names.left;
        return position[0] < 0 ? null : node.get(position[0]);
    }

    private static boolean isText(@Nullable JsonNode node, String text) {
        return node != null && node.isValueNode() && node.asText().equals(text);
    }

    private static @Nullable JsonNode element(JsonNode list, String name) {
        if (name.length() > 6 || (name.length() > 1 && name.startsWith("0"))) return null;
        for (int i = 0; i < name.length(); i++) if (name.charAt(i) < '0' || name.charAt(i) > '9') return null;
        return name.isEmpty() ? null : list.get(Integer.parseInt(name));
    }

    private void tick() throws Unreadable {
        if (--left < 0) throw Unreadable.wrong("too much to look at: more than " + MOST_STEPS + " steps");
    }
}
