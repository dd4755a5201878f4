package uk.smets.mam.csv.jackson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.json.JsonForm;

/**
 * A type that {@link ReportJson} writes. Its text is parsed rather than written a second time here, so that there is one source of the
 * published schema.
 *
 * @param <T> the type
 */
final class ReportForm<T> implements JsonForm<T> {
    /** The member that a report has only together with the name of its file, which a {@link ValidationReport} does not know. */
    private static final String FILE = "file";

    private static final JsonFactory JSON = new JsonFactory();

    private final Class<T> type;
    private final Function<T, String> text;

    private ReportForm(Class<T> type, Function<T, String> text) {
        this.type = type;
        this.text = text;
    }

    static List<JsonForm<?>> all() {
        return List.of(
                new ReportForm<>(ValidationReport.class, report -> ReportJson.of("", report)),
                new ReportForm<>(Finding.class, ReportJson::of));
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public Object write(T value) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text.apply(value))) {
            json.nextToken();
            Map<String, Object> members = object(json);
            members.remove(FILE);
            return members;
        }
    }

    /** Reports are only written. */
    @Override
    public T read(Object json) {
        throw new UnsupportedOperationException("a " + type.getSimpleName() + " cannot be read");
    }

    private static Map<String, Object> object(JsonParser json) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            default -> json.getString();
        };
    }
}
