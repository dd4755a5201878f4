package uk.smets.mam.cli.console;

import java.io.OutputStream;
import java.util.Optional;
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

/** Creates generators of JSON in UTF-8, indented, with lines that end in LF on every system. */
public final class JsonOutput {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new Escapes())
            .build();

    private JsonOutput() {}

    public static JsonGenerator on(OutputStream stream) {
        return JSON.createGenerator(new Indented(), stream, JsonEncoding.UTF8);
    }

    public static void text(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresent(present -> json.writeStringProperty(name, present));
    }

    /** Writes a value that is JSON already, indented like the rest. A line end cannot be part of a text in it. */
    public static void raw(JsonGenerator json, String value) {
        String indent = "  ".repeat(json.streamWriteContext().getNestingDepth());
        json.writeRawValue(value.replace("\n", "\n" + indent));
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
            return VisibleText.isVisible(character) ? null : new SerializedString(String.format("\\u%04X", character));
        }
    }
}
