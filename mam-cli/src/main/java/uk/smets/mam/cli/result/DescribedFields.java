package uk.smets.mam.cli.result;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.csv.description.DocumentDescription;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.model.DocumentField;

/** The fields of documents. */
public record DescribedFields(FormatDescription description) implements Result {
    private static final int WIDTH = 80;
    private static final String INDENT = "        ";
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void text(Console console) {
        for (DocumentDescription document : description.documents()) {
            console.line("%s", document.kind().title());
            print(console, "header", document.header());
            print(console, "row", document.row());
            console.line("");
        }
        console.line("Clauses are those of MAM v2.1b.");
    }

    private static void print(Console console, String part, List<DocumentField> fields) {
        console.line("  %s (clause %s)", part, fields.get(0).clause());
        for (DocumentField field : fields) {
            console.line("    %2d  %s", field.number(), console.shown(field.name()));
            console.line("%s%s", INDENT, field.jsonName());
            printWords(console, field.optionality() + "; " + field.type());
        }
    }

    /** Prints words below a field, in lines that fit in a terminal. */
    private static void printWords(Console console, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH - INDENT.length()) {
                console.line("%s%s", INDENT, line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        console.line("%s%s", INDENT, line);
    }

    /** Copies the members of the library's JSON. */
    @Override
    public void json(JsonGenerator json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), description.toJson())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                json.copyCurrentStructure(parser);
            }
        }
    }
}
