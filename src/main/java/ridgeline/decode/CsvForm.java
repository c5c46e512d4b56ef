package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Delimited text (RFC 4180, with any separator): a row for each line, its columns by number from 1, and by name where the first
 * line names them.
 */
final class CsvForm implements Form {
    private final char separator;
    private final boolean header;

    CsvForm(char separator, boolean header) {
        this.separator = separator;
        this.header = header;
    }

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws Unreadable {
        String text = new String(payload, StandardCharsets.UTF_8);
        List<String> names = List.of();
        ArrayNode rows = Tree.NODES.arrayNode();
        boolean first = true;
        for (List<String> cells : lines(text)) {
            if (cells.size() == 1 && PlainNumber.trimmed(cells.get(0)).isEmpty()) continue;
            if (first && header) names = cells;
            else rows.add(row(names, cells));
            first = false;
        }
        return rows;
    }

    private static ObjectNode row(List<String> names, List<String> cells) {
        ObjectNode row = Tree.NODES.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = PlainNumber.trimmed(cells.get(i));
            row.put(Integer.toString(i + 1), cell);
            if (i < names.size()) row.put(PlainNumber.trimmed(names.get(i)), cell);
        }
        return row;
    }

    private List<List<String>> lines(String text) throws Unreadable {
        List<List<String>> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int values = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
            else if (c == '"' && (quoted || cell.isEmpty())) quoted = !quoted;
            else if (quoted || (c != separator && c != '\n')) cell.append(c);
            else {
                if (++values > Tree.MOST_VALUES) throw Unreadable.wrong("more than " + Tree.MOST_VALUES + " values");
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(cells);
                    cells = new ArrayList<>();
                }
            }
        }
        cells.add(cell.toString());
        lines.add(cells);
        return lines;
    }
}
