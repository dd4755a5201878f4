package uk.smets.mam.cli.console;

import java.io.OutputStream;
import java.util.Optional;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationReport;

/** JSON: UTF-8, indented, its lines ended in LF on every system. */
public final class JsonOutput {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new JsonEscapes())
            .build();

    private JsonOutput() {}

    public static JsonGenerator on(OutputStream stream) {
        return JSON.createGenerator(new Indented(), stream, JsonEncoding.UTF8);
    }

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
}
