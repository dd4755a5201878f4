package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;

/** {@code docs/clauses.md} has every clause of the MAM, and everything that it names exists. */
class ClausesPageTest {
    private static final Path ROOT = Path.of("..");

    /** All numbered clauses, items, tables and figures of MAM v2.1b, in order. */
    private static final List<String> CLAUSES = List.of(
            "1",
            "2",
            "3 (1)",
            "3 (2)",
            "3 (3)",
            "3 (4)",
            "3 (5)",
            "3 (6)",
            "4",
            "5",
            "6",
            "7",
            "7.1",
            "7.2",
            "7.2.1",
            "Table 7.2.1",
            "7.2.2",
            "Table 7.2.2",
            "7.2.3",
            "Table 7.2.3",
            "7.2.4",
            "7.2.5",
            "7.2.6",
            "7.3",
            "7.3.1",
            "Table 7.3.1",
            "7.3.2",
            "Table 7.3.2",
            "7.3.3",
            "7.3.4",
            "7.4",
            "7.4.1",
            "Table 7.4.1",
            "7.4.2",
            "Table 7.4.2",
            "7.4.3",
            "7.4.4",
            "7.5",
            "7.5.1",
            "Figure 7.5.1",
            "Figure 7.5.2",
            "Figure 7.5.3",
            "7.5.2",
            "Table 7.5.1",
            "Figure 7.5.4",
            "Figure 7.5.5",
            "Figure 7.5.6",
            "7.5.3",
            "7.5.4");

    private static final List<String> LIBRARIES = List.of("mam-model", "mam-csv", "mam-xlsx", "mam-secure");

    private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports ([\\w.]+);");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (.+) \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String NONE = "-";

    /** A row of the page. */
    private record Row(String clause, String does, List<String> api, List<String> rules, List<String> tests) {
        static Row of(MatchResult row) {
            return new Row(row.group(1), row.group(3), codes(row.group(4)), codes(row.group(5)), codes(row.group(6)));
        }

        /** Returns the codes in a cell, which must contain nothing else. */
        private static List<String> codes(String cell) {
            List<String> codes =
                    CODE.matcher(cell).results().map(code -> code.group(1)).toList();
            assertThat(cell)
                    .isEqualTo(codes.isEmpty() ? NONE : codes.stream().collect(Collectors.joining("`, `", "`", "`")));
            return codes;
        }
    }

    private List<Row> rows = List.of();

    @BeforeEach
    void readThePage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/clauses.md"), StandardCharsets.UTF_8);
        List<MatchResult> lines = ROW.matcher(page).results().toList();
        assertThat(lines.get(0).group(1)).isEqualTo("clause");
        assertThat(page.lines().filter(line -> line.startsWith("|"))).hasSize(lines.size() + 1);
        rows = lines.stream().skip(1).map(Row::of).toList();
    }

    @Test
    void rowsAreExactlyTheClausesOfTheMamInOrder() {
        assertThat(rows.stream().map(Row::clause).distinct()).containsExactlyElementsOf(CLAUSES);
    }

    @Test
    void everyClauseHasApiAndTestsOrAReasonWhyNot() {
        assertThat(rows).allSatisfy(row -> {
            if (row.api().isEmpty()) {
                assertThat(row.does()).matches("Not (?:part of this )?software: .+");
                assertThat(row.rules()).isEmpty();
                assertThat(row.tests()).isEmpty();
            } else {
                assertThat(row.does()).doesNotStartWith("Not software").doesNotStartWith("Not part of this");
                assertThat(row.tests()).isNotEmpty();
            }
        });
    }

    @Test
    void everyTypeMethodAndCommandExists() throws IOException {
        Set<String> packages = exportedPackages();
        String commands = Files.readString(ROOT.resolve("docs/command-line.md"), StandardCharsets.UTF_8);
        assertThat(rows.stream().flatMap(row -> row.api().stream())).allSatisfy(api -> {
            if (api.startsWith("mam ")) {
                assertThat(commands).contains("\n## " + api + "\n");
            } else {
                String[] names = api.split("\\.", -1);
                assertThat(names.length).as(api).isLessThanOrEqualTo(2);
                Optional<Class<?>> type = type(packages, names[0]);
                assertThat(type).as(api).isPresent();
                if (names.length == 2) {
                    assertThat(Arrays.stream(type.orElseThrow().getMethods()).map(Method::getName))
                            .as(api)
                            .contains(names[1]);
                }
            }
        });
    }

    private static Set<String> exportedPackages() throws IOException {
        Set<String> exported = new HashSet<>();
        for (String library : LIBRARIES) {
            Path module = ROOT.resolve(library).resolve("src/main/java/module-info.java");
            EXPORTS.matcher(Files.readString(module, StandardCharsets.UTF_8))
                    .results()
                    .forEach(match -> exported.add(match.group(1)));
        }
        return exported;
    }

    private static Optional<Class<?>> type(Set<String> packages, String name) {
        for (String each : packages) {
            try {
                return Optional.of(Class.forName(each + "." + name));
            } catch (ClassNotFoundException e) {
                // The type may be in the next package.
            }
        }
        return Optional.empty();
    }

    @Test
    void everyRuleExistsAndEveryRuleOfAClauseIsListed() {
        Set<String> named = rows.stream().flatMap(row -> row.rules().stream()).collect(Collectors.toSet());
        Set<String> known = Arrays.stream(Rule.values()).map(Rule::name).collect(Collectors.toSet());
        Set<String> ofClauses = Arrays.stream(Rule.values())
                .filter(rule -> !rule.clause().equals("-"))
                .map(Rule::name)
                .collect(Collectors.toSet());

        assertThat(known).containsAll(named);
        assertThat(named).containsAll(ofClauses);
    }

    @Test
    void everyTestExists() throws IOException {
        Set<String> sources = new HashSet<>();
        for (String module : List.of("mam-model", "mam-csv", "mam-xlsx", "mam-secure", "mam-cli")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString()).forEach(sources::add);
            }
        }

        assertThat(rows.stream().flatMap(row -> row.tests().stream()))
                .allSatisfy(test -> assertThat(sources).contains(test + ".java"));
    }
}
