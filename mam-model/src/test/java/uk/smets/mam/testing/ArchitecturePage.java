package uk.smets.mam.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section of {@code docs/architecture.md} that shows and lists the packages of a module. */
public final class ArchitecturePage {
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern DESCRIPTION = Pattern.compile("(?s)/\\*\\*\\s(.*?)\\*/.*\\npackage ");

    private final String module;
    private final SortedMap<String, String> jobs = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();

    private ArchitecturePage(String module) throws IOException {
        this.module = module;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                if (!file.endsWith("module-info.java")) {
                    read(file);
                }
            }
        }
    }

    /**
     * Compares the section about the module in the working directory with its sources, and updates it if the system property {@code
     * mam.docs.update} is set.
     */
    public static void checkSectionOf(String module) throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        String start = "<!-- packages of " + module + " -->\n";
        String end = "<!-- end of packages -->\n";
        int from = page.indexOf(start);
        assertThat(from).as("docs/architecture.md has the line " + start).isNotNegative();
        String section = new ArchitecturePage(module).render();
        int to = page.indexOf(end, from);
        if (Boolean.getBoolean("mam.docs.update")) {
            Files.writeString(PAGE, page.substring(0, from + start.length()) + section + page.substring(to), UTF_8);
        } else {
            assertThat(page.substring(from + start.length(), to))
                    .as("docs/architecture.md; run this test with -Dmam.docs.update=true to update it")
                    .isEqualTo(section);
        }
    }

    private void read(Path file) throws IOException {
        String name = relative(SOURCES.relativize(file.getParent())
                .toString()
                .replace('\\', '/')
                .replace('/', '.'));
        String text = Files.readString(file, UTF_8);
        SortedSet<String> uses = arrows.computeIfAbsent(name, key -> new TreeSet<>());
        if (file.endsWith("package-info.java")) {
            jobs.put(name, job(text));
            return;
        }
        Matcher imports = Pattern.compile(
                        "(?m)^import (?:static )?" + Pattern.quote(module) + "((?:\\.[a-z]\\w*)*)\\.[A-Z]")
                .matcher(text);
        while (imports.find()) {
            uses.add(relative(module + imports.group(1)));
        }
        uses.remove(name);
    }

    private String relative(String packageName) {
        return packageName.equals(module) ? "root" : packageName.substring(module.length() + 1);
    }

    /** The first sentence of a package's description. */
    private static String job(String text) {
        Matcher description = DESCRIPTION.matcher(text);
        if (!description.find()) {
            throw new IllegalStateException("no description of a package: " + text);
        }
        String plain = description
                .group(1)
                .replaceAll("(?m)^ \\* ?", "")
                .replaceAll("\\{@\\w+\\s+(?:[\\w.]*\\.)?([^}]+)\\}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.split("(?<=\\.) (?=[A-Z<])", 2)[0];
    }

    private String render() {
        String picture = arrows.keySet().stream()
                .map(from -> "    " + id(from) + "[" + from + "]\n" + arrowsFrom(from))
                .collect(Collectors.joining());
        String list = jobs.entrySet().stream()
                .map(entry -> "| `" + entry.getKey() + "` | " + entry.getValue() + " |\n")
                .collect(Collectors.joining());
        return "\n```mermaid\nflowchart TD\n" + picture + "```\n\n| package | job |\n|---|---|\n" + list + "\n";
    }

    private String arrowsFrom(String from) {
        Map<String, SortedSet<String>> all = arrows;
        Predicate<String> isDirect =
                to -> all.get(from).stream().noneMatch(over -> !over.equals(to) && reaches(over, to, new TreeSet<>()));
        return all.get(from).stream()
                .filter(isDirect)
                .map(to -> "    " + id(from) + " --> " + id(to) + "\n")
                .collect(Collectors.joining());
    }

    private boolean reaches(String from, String to, SortedSet<String> seen) {
        return seen.add(from)
                && (arrows.get(from).contains(to)
                        || arrows.get(from).stream().anyMatch(next -> reaches(next, to, seen)));
    }

    private static String id(String name) {
        return name.replace('.', '_');
    }
}
