package ridgeline.config;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops a document that nests deeper or holds more than any configuration does, before it costs stack or seconds. */
final class BoundedParser implements Parser {
    static final int DEEPEST = 32;
    /** Over a thousand sensors. */
    static final int MOST_VALUES = 100_000;

    private final Parser parser;
    private int depth;
    private int values;

    BoundedParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case Scalar, Alias -> values++;
            case MappingStart, SequenceStart -> {
                values++;
                depth++;
            }
            case MappingEnd, SequenceEnd -> depth--;
            default -> {}
        }
        if (depth > DEEPEST) throw refusal("nested deeper than " + DEEPEST + " levels", event);
        if (values > MOST_VALUES) throw refusal("more than " + MOST_VALUES + " values", event);
        return event;
    }

    private static ParserException refusal(String text, Event event) {
        return new ParserException(text, event.getStartMark());
    }
}
