package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published schemas, one for each command and each JSON file. */
final class JsonSchemas {
    static final Path FOLDER = Path.of("..", "docs", "schemas");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FAMILY = "https://schemas.invalid/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(JsonSchemas::text));

    private JsonSchemas() {}

    private static String text(String location) {
        try {
            return Files.readString(FOLDER.resolve(location.substring(FAMILY.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the violations of the schema of the command that the document names. */
    static List<Error> problems(String json) {
        return problems(MAPPER.readTree(json).get("command").asString(), json);
    }

    /** Returns the violations of a schema. */
    static List<Error> problems(String schema, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(FAMILY + schema + ".schema.json"))
                .validate(json, InputFormat.JSON);
    }

    /** Checks the one document that a run printed. */
    static void check(String json, int status) {
        JsonNode document = MAPPER.readTree(json);
        assertThat(problems(json)).as(json).isEmpty();
        assertThat(document.get("exitStatus").asInt()).isEqualTo(status);
        assertThat(json).startsWith("{\n").endsWith("\n}\n");
    }
}
