package uk.smets.mam.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.testing.DocumentationPage;

/** The examples in {@code docs/examples}, which {@code .ci/run} builds and runs: each has a page that shows its source. */
class ExamplesPageTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final int MOST_LINES = 149;
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern VERSION = Pattern.compile("\n  <version>(.*?)</version>");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^/)]+)/README\\.md\\)");
    private static final Pattern SOURCE =
            Pattern.compile("(<!-- source: (\\S+) -->\n```(?:java|kotlin|properties)\n)(.*?)(```\n)", Pattern.DOTALL);

    private static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file, UTF_8))
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    /** The source without its package and its imports. */
    private static String body(Path source) {
        try {
            return Files.readString(source, UTF_8).replaceFirst("\\A(?:(?:package|import) .*\n+)+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("..", "pom.xml"), UTF_8));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void everyExampleIsBuiltAndLinkedFromThePageOfExamples() throws IOException {
        List<String> names = examples().stream()
                .map(example -> example.getFileName().toString())
                .toList();
        assertThat(names).isNotEmpty();
        assertThat(matches(MODULE, EXAMPLES.resolve("pom.xml"))).isEqualTo(names);
        assertThat(matches(LINK, EXAMPLES.resolve("README.md"))).isEqualTo(names);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void pageOfAnExampleShowsItsSource(Path example) throws IOException {
        DocumentationPage page = DocumentationPage.ofDocs("examples/" + example.getFileName() + "/README.md");
        Matcher blocks = SOURCE.matcher(page.text());
        String expected = blocks.replaceAll(block ->
                Matcher.quoteReplacement(block.group(1) + body(example.resolve(block.group(2))) + block.group(4)));
        assertThat(expected.split("```(?:java|kotlin|properties)", -1))
                .hasSize((int) SOURCE.matcher(expected).results().count() + 1)
                .hasSizeGreaterThan(1);
        page.isGeneratedAs(expected);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleHasFewerThan150LinesOfCode(Path example) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.walk(example.resolve("src"))) {
            for (Path source : files.filter(file -> file.toString().matches(".*\\.(java|kt)"))
                    .toList()) {
                lines += Files.readAllLines(source, UTF_8).size();
            }
        }
        assertThat(lines).isBetween(1L, (long) MOST_LINES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleGetsTheLibrariesThroughTheBomAndHasNoParent(Path example) throws IOException {
        String pom = Files.readString(example.resolve("pom.xml"), UTF_8);
        assertThat(pom)
                .contains("<artifactId>mam-bom</artifactId>", "<mam.version>" + version() + "</mam.version>")
                .doesNotContain("<parent>");
        assertThat(pom.split("<version>\\$\\{mam\\.version}</version>", -1)).hasSize(2);
    }
}
