package uk.smets.mam.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;

/**
 * The exact messages of a module as text: for each rule, the samples that break it and what is reported about them. This is the only place
 * where tests pin the wording of a message; a rewording is a visible diff of one generated file.
 */
public final class MessageListing {
    private static final Path FILE = Path.of("messages.txt");
    private static final String INTRODUCTION = """
        # For each rule, the samples that break it and the exact message. MessagesTest compares this file with the code;
        # run it with -Dmam.docs.update=true to update the file.
        """;
    private static final String INDENT = "  ";
    private static final String SEPARATOR = ": ";

    private final Map<Rule, Map<String, Set<String>>> messages = new EnumMap<>(Rule.class);

    /**
     * Adds the messages of all findings of a sample. Findings of one rule with the same message are listed once.
     *
     * @throws IllegalArgumentException if the sample has no finding, or if the name contains a colon and a space
     */
    public void add(String sample, Collection<Finding> findings) {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException(sample + " breaks no rule");
        }
        findings.forEach(finding -> add(sample, finding.rule(), finding.message()));
    }

    /**
     * Adds one message of a sample, for example the message of an exception that has a rule.
     *
     * @throws IllegalArgumentException if the name contains a colon and a space, or the message has a line break
     */
    public void add(String sample, Rule rule, String message) {
        if (sample.contains(SEPARATOR) || message.lines().count() != 1) {
            throw new IllegalArgumentException("cannot be listed on one line: " + sample + SEPARATOR + message);
        }
        messages.computeIfAbsent(rule, key -> new LinkedHashMap<>())
                .computeIfAbsent(sample, key -> new LinkedHashSet<>())
                .add(message);
    }

    /** The rules that the samples break. */
    public Set<Rule> rules() {
        return Set.copyOf(messages.keySet());
    }

    /**
     * Compares the messages with the file {@code messages.txt} of the module in the working directory, and updates the file first if the
     * system property {@code mam.docs.update} is set.
     */
    public void check() throws IOException {
        if (DocumentationPage.UPDATE) {
            Files.writeString(FILE, text(), UTF_8);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE, UTF_8) : "")
                .as("messages.txt; run this test with -Dmam.docs.update=true to update it")
                .isEqualTo(text());
    }

    private String text() {
        return INTRODUCTION
                + messages.entrySet().stream()
                        .map(rule -> "\n" + rule.getKey() + "\n" + lines(rule.getValue()))
                        .collect(Collectors.joining());
    }

    private static String lines(Map<String, Set<String>> samples) {
        return samples.entrySet().stream()
                .flatMap(sample -> sample.getValue().stream().map(message -> sample.getKey() + SEPARATOR + message))
                .map(line -> INDENT + line + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Returns the message that {@code messages.txt} lists for a rule and a sample, for tests that are about the message itself. A test
     * is skipped while the file is being updated, because the message may be outdated. Properties and static initializers cannot be
     * skipped, so they do not call this method.
     */
    public static String pinned(Rule rule, String sample) {
        assumeFalse(DocumentationPage.UPDATE, "messages.txt is being updated");
        List<String> found = pinned(rule).stream()
                .filter(line -> line.startsWith(sample + SEPARATOR))
                .map(line -> line.substring(sample.length() + SEPARATOR.length()))
                .toList();
        assertThat(found).as("messages of %s for the sample %s", rule, sample).hasSize(1);
        return found.get(0);
    }

    private static List<String> pinned(Rule rule) {
        try {
            return Files.readAllLines(FILE, UTF_8).stream()
                    .dropWhile(line -> !line.equals(rule.name()))
                    .skip(1)
                    .takeWhile(line -> line.startsWith(INDENT))
                    .map(line -> line.substring(INDENT.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
