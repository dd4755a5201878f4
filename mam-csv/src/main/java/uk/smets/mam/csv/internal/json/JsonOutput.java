package uk.smets.mam.csv.internal.json;

import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import uk.smets.mam.model.internal.primitive.VisibleText;

/** Creates generators of JSON, indented, with lines that end in LF on every system. */
public final class JsonOutput {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new Escapes())
            .build();

    private JsonOutput() {}

    /** Returns a generator that writes UTF-8 to a stream, which stays open. */
    public static JsonGenerator on(OutputStream stream) {
        return JSON.createGenerator(new Indented(), stream, JsonEncoding.UTF8);
    }

    /** Returns a value as a text, without a line end after it. */
    public static String text(Consumer<JsonGenerator> value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new Indented(), text)) {
            value.accept(json);
        }
        return text.toString();
    }

    /** Writes a member, if it is present. */
    public static void text(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresent(present -> json.writeStringProperty(name, present));
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /**
     * Escapes every character that a terminal would not simply show: control characters, marks that change the direction of text, and
     * invisible characters. Programs that parse the JSON get the same text.
     */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DELETE = 0x7F;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            escapes[DELETE] = ESCAPE_STANDARD;
            return escapes;
        }

        /** Receives a character outside the Basic Multilingual Plane as two surrogates. */
        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return VisibleText.isVisible(character)
                    ? null
                    : new SerializedString(String.format(Locale.ROOT, "\\u%04X", character));
        }
    }
}
