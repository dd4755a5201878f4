package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.testing.DocumentationPage;

/**
 * Compares the output of every example in docs/command-line.md, docs/json.md and docs/secure-exchange.md with that of the command. With
 * {@code -Dmam.docs.update=true} it writes the output of the commands to the pages.
 */
class DocumentedExamplesTest {
    private static final DocumentationPage PAGE = DocumentationPage.ofDocs("command-line.md");
    private static final List<DocumentationPage> PAGES =
            List.of(PAGE, DocumentationPage.ofDocs("json.md"), DocumentationPage.ofDocs("secure-exchange.md"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern COMMAND = Pattern.compile("^  (?!help )([a-z]+)  +[A-Z]");
    private static final String STATUS = "echo $?";

    @TempDir
    private Path directory;

    /** A command and the lines that follow it. */
    private record Example(String command, String output) {}

    private static List<Example> examples(String block) {
        List<Example> examples = new ArrayList<>();
        for (String part : block.split("(?m)^\\$ ", -1)) {
            if (!part.isEmpty()) {
                String[] lines = part.replace("\\\n", "").split("\n", 2);
                examples.add(new Example(lines[0], lines[1]));
            }
        }
        return examples;
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    private void copySamples() throws IOException {
        Path samples = Files.createDirectories(directory.resolve("docs").resolve("samples"));
        try (Stream<Path> files = Files.list(CommandLineRun.SAMPLES)) {
            for (Path file : files.toList()) {
                if (Files.notExists(samples.resolve(file.getFileName()))) {
                    Files.copy(file, samples.resolve(file.getFileName()));
                }
            }
        }
    }

    private void makeFiles() throws IOException {
        SampleWorkbooks.writeTo(directory);
        SampleKeys.writeTo(directory);
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD + "\n");
        Files.createDirectories(directory.resolve("outbox"));
        Files.createDirectories(directory.resolve("inbox"));
        Files.createDirectories(directory.resolve("sent"));
    }

    @Test
    void answersOnThePageEqualTheSample() throws IOException {
        Matcher answers = Pattern.compile("(?ms)^With the \\[answers]\\(samples/answers.csv\\)\n\n```\n(.*?)^```$")
                .matcher(PAGE.text());
        assertThat(answers.find()).isTrue();
        assertThat(CommandLineRun.SAMPLES.resolve("answers.csv")).hasContent(answers.group(1));
    }

    /** Writes the files that the page shows. */
    private void copyFiles(String page) throws IOException {
        Matcher files = Pattern.compile("(?ms)^With the file `([^`]+)`\n\n```[a-z]*\n(.*?)^```$")
                .matcher(page);
        while (files.find()) {
            Files.writeString(directory.resolve(files.group(1)), files.group(2));
        }
    }

    @TestFactory
    Stream<DynamicTest> examplePrintsTheOutputOnThePage() throws IOException {
        copySamples();
        makeFiles();
        copyFiles(PAGE.text());
        List<DynamicTest> tests = new ArrayList<>();
        for (DocumentationPage page : PAGES) {
            if (DocumentationPage.UPDATE) {
                Files.writeString(page.file(), updated(page.text()));
            }
            Matcher blocks = BLOCK.matcher(page.text());
            while (blocks.find()) {
                List<Example> examples = examples(blocks.group(1));
                tests.add(DynamicTest.dynamicTest(examples.get(0).command(), () -> check(examples)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return DocumentationPage.UPDATE ? Stream.empty() : tests.stream();
    }

    private String updated(String page) {
        return BLOCK.matcher(page).replaceAll(block -> {
            StringBuilder text = new StringBuilder("```console\n");
            int status = 0;
            for (String part : block.group(1).split("(?m)^\\$ ", -1)) {
                if (!part.isEmpty()) {
                    Example example = examples(part).get(0);
                    String command =
                            part.substring(0, part.length() - example.output().length());
                    text.append("$ ").append(command);
                    if (example.command().equals(STATUS)) {
                        text.append(status).append('\n');
                    } else {
                        CommandLineRun.Outcome outcome = run(example);
                        status = outcome.status();
                        text.append(outcome.out());
                    }
                }
            }
            return Matcher.quoteReplacement(text + "```");
        });
    }

    private CommandLineRun.Outcome run(Example example) {
        String[] words = words(example.command());
        assertThat(words[0]).isEqualTo("mam");
        return CommandLineRun.in(directory)
                .runOnOneStream(List.of(words).subList(1, words.length).toArray(String[]::new));
    }

    private void check(List<Example> examples) {
        int status = 0;
        for (Example example : examples) {
            if (example.command().equals(STATUS)) {
                assertThat(example.output()).isEqualTo(status + "\n");
                continue;
            }
            CommandLineRun.Outcome outcome = run(example);
            status = outcome.status();
            assertThat(outcome.out()).as(example.command()).isEqualTo(example.output());
        }
    }

    @Test
    void pageDescribesEveryCommandAndOption() throws IOException {
        String page = PAGE.text();
        CommandLineRun run = CommandLineRun.in(directory);
        for (String command : run.run("--help").lines().stream()
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(found -> found.group(1))
                .toList()) {
            assertThat(page).contains("## mam " + command);
            Matcher options = Pattern.compile("--[a-z-]+")
                    .matcher(run.run(command, "--help").out());
            while (options.find()) {
                assertThat(page).as(command).contains(options.group());
            }
        }
    }
}
