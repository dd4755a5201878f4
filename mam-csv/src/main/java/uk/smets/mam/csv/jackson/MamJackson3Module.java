package uk.smets.mam.csv.jackson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;
import uk.smets.mam.csv.internal.json.InstalledForms;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.JsonProblem;
import uk.smets.mam.model.internal.json.ObjectForm;
import uk.smets.mam.model.internal.json.TextForm;

/**
 * The types of this library for Jackson 3. Register it with {@code JsonMapper.builder().addModule(new MamJackson3Module())};
 * {@code findAndAddModules()} finds it, too.
 *
 * <p>Values are written as their text, and headers and rows as objects with the {@linkplain
 * uk.smets.mam.model.DocumentField#jsonName() JSON names} of their fields; dates are {@code YYYY-MM-DD}, and absent fields are left out.
 * Values, headers and rows can be read again. An invalid one is a {@code MismatchedInputException} that names the member and describes the
 * valid form, but does not repeat the text, which may be a meter point. The rules of the MAM are not checked: check the document.
 *
 * <p>A {@link uk.smets.mam.model.ValidationReport} is written as {@link uk.smets.mam.csv.report.ReportJson} writes it, but without the
 * name of the file, which a report does not contain. A {@link uk.smets.mam.model.Finding} is written in the same way. Neither can be read.
 * {@linkplain uk.smets.mam.model.ValidationReport#masked() Mask} a report before it leaves the people who may see meter points.
 *
 * <p>The rows of the two notifications need {@code mam-xlsx}.
 */
@SuppressWarnings("exports") // Jackson is optional; whoever uses this class has it
public final class MamJackson3Module extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Creates the module. */
    public MamJackson3Module() {
        super("uk.smets.mam");
        InstalledForms.all().forEach(this::write);
        ReportForm.all().forEach(this::write);
        InstalledForms.all().forEach(this::read);
    }

    private <T> void write(JsonForm<T> form) {
        addSerializer(form.type(), new Writing<>(form));
    }

    private <T> void read(JsonForm<T> form) {
        addDeserializer(form.type(), new Reading<>(form));
        if (form instanceof TextForm<T> text) {
            addKeyDeserializer(form.type(), new ReadingKey<>(text));
        }
    }

    private static final class Writing<T> extends ValueSerializer<T> {
        private final JsonForm<T> form;

        Writing(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public Class<T> handledType() {
            return form.type();
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            write(form.write(value), json);
        }

        private static void write(Object value, JsonGenerator json) {
            if (value instanceof Map<?, ?> members) {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.writeName(member.getKey().toString());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            } else if (value instanceof List<?> items) {
                json.writeStartArray();
                for (Object item : items) {
                    write(item, json);
                }
                json.writeEndArray();
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else if (value instanceof Long number) {
                json.writeNumber(number);
            } else {
                json.writeString(value.toString());
            }
        }
    }

    private static final class Reading<T> extends ValueDeserializer<T> {
        private final JsonForm<T> form;

        Reading(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public Class<T> handledType() {
            return form.type();
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            Object value = value(json, context);
            try {
                return form.read(value);
            } catch (JsonProblem e) {
                throw problem(e, json);
            }
        }

        private JacksonException problem(JsonProblem problem, JsonParser json) {
            JacksonException exception = MismatchedInputException.from(json, handledType(), problem.getMessage());
            for (int i = problem.path().size() - 1; i >= 0; i--) {
                exception.prependPath(handledType(), problem.path().get(i));
            }
            return exception;
        }

        @Override
        public Collection<Object> getKnownPropertyNames() {
            return form instanceof ObjectForm<T, ?> object ? List.copyOf(object.names()) : List.of();
        }

        private Object value(JsonParser json, DeserializationContext context) {
            return form instanceof ObjectForm<T, ?> object && json.hasToken(JsonToken.START_OBJECT)
                    ? object(object, json, context)
                    : plain(json);
        }

        private Map<String, Object> object(ObjectForm<T, ?> object, JsonParser json, DeserializationContext context) {
            Set<String> names = object.names();
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken token = json.nextToken();
                if (!names.contains(name)) {
                    context.handleUnknownProperty(json, this, handledType(), name);
                    json.skipChildren();
                } else if (token == JsonToken.VALUE_NULL) {
                    members.remove(name);
                } else {
                    members.put(name, plain(json));
                }
            }
            return members;
        }

        /** Returns a text, a boolean or a list of them, or the token if it is anything else. */
        private static Object plain(JsonParser json) {
            JsonToken token = json.currentToken();
            return switch (token) {
                case VALUE_STRING -> json.getString();
                case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                case START_ARRAY -> items(json);
                default -> {
                    json.skipChildren();
                    yield token;
                }
            };
        }

        private static List<Object> items(JsonParser json) {
            List<Object> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(plain(json));
            }
            return items;
        }
    }

    private static final class ReadingKey<T> extends KeyDeserializer {
        private final TextForm<T> form;

        ReadingKey(TextForm<T> form) {
            this.form = form;
        }

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) {
            try {
                return form.parse(key);
            } catch (JsonProblem e) {
                return context.reportInputMismatch(form.type(), "%s", e.getMessage());
            }
        }
    }
}
