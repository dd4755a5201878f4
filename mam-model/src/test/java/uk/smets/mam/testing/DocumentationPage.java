package uk.smets.mam.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smets.mam.model.DocumentField;

/** A page of the documentation, which a test compares with the code. The working directory is that of a module. */
public final class DocumentationPage {
    /** Whether generated pages and examples are written rather than compared. */
    public static final boolean UPDATE = Boolean.getBoolean("mam.docs.update");

    private static final Path ROOT = Path.of("..");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern BLOCK = Pattern.compile("<!-- snippet: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    private final Path file;

    private DocumentationPage(Path file) {
        this.file = file;
    }

    /** The page of this name in the directory {@code docs}. */
    public static DocumentationPage ofDocs(String name) {
        return new DocumentationPage(ROOT.resolve("docs").resolve(name));
    }

    public static DocumentationPage readme() {
        return new DocumentationPage(ROOT.resolve("README.md"));
    }

    public Path file() {
        return file;
    }

    public String text() {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares the page with generated text; with {@code -Dmam.docs.update=true} it writes the page first. */
    public void isGeneratedAs(String text) throws IOException {
        if (UPDATE) {
            Files.writeString(file, text, UTF_8);
        }
        assertThat(text()).as("%s: update it with -Dmam.docs.update=true", file).isEqualTo(text);
    }

    /**
     * Compares the Java blocks of the page with the snippets of a class of the tests, which are between {@code // snippet: NAME} and
     * {@code // end}. The page has no other Java block.
     */
    public void showsTheSnippetsOf(Class<?> snippets) throws IOException {
        Map<String, String> shown = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(text());
        while (block.find()) {
            shown.put(block.group(1), block.group(2));
        }
        Path source = TESTS.resolve(snippets.getName().replace('.', '/') + ".java");
        assertThat(shown).isNotEmpty().isEqualTo(snippets(Files.readAllLines(source, UTF_8)));
        assertThat(text().split("```java", -1)).hasSize(shown.size() + 1);
    }

    private static Map<String, String> snippets(List<String> source) {
        Map<String, String> snippets = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        String name = "";
        int indent = 0;
        for (String line : source) {
            String code = line.strip();
            if (code.startsWith("// snippet: ")) {
                name = code.substring("// snippet: ".length());
                indent = line.indexOf('/');
                body.setLength(0);
            } else if (code.equals("// end")) {
                // A snippet that ends inside a block leaves its closing brace after the mark.
                snippets.put(name, body + "}\n".repeat(count(body, '{') - count(body, '}')));
                name = "";
            } else if (!name.isEmpty()) {
                body.append(line.isBlank() ? "" : line.substring(indent)).append('\n');
            }
        }
        return snippets;
    }

    private static int count(CharSequence text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    /** A table with a row for each field, under a heading; the title of its third column is given. */
    public static String tableOf(List<DocumentField> fields, String heading, String namesInOtherFormats) {
        StringBuilder table = new StringBuilder("## " + heading + "\n\n| # | field | " + namesInOtherFormats
                + " | optionality | form | length |\n|---|---|---|---|---|---|\n");
        for (DocumentField field : fields) {
            String length = field.maxLength().isPresent()
                    ? "at most " + field.maxLength().getAsInt()
                    : "variable";
            table.append("| " + field.number() + " | " + field.name() + " | `" + field.jsonName() + "` | "
                    + field.optionality() + " | " + field.type() + " | " + length + " |\n");
        }
        return table.toString();
    }
}
