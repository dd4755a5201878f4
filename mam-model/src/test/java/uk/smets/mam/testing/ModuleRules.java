package uk.smets.mam.testing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that hold for the packages of every module. Packages are named relative to the module's root package, which is itself
 * called {@code root}.
 */
public final class ModuleRules {
    private static final Path COMPILED = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String ROOT = "root";

    private final String name;
    private final ModuleDescriptor module;
    private final JavaClasses compiled;

    private ModuleRules(String name, ModuleDescriptor module, JavaClasses compiled) {
        this.name = name;
        this.module = module;
        this.compiled = compiled;
    }

    /** Reads the module that is built in the working directory. */
    public static ModuleRules of(String name) {
        return new ModuleRules(
                name,
                ModuleFinder.of(COMPILED).find(name).orElseThrow().descriptor(),
                new ClassFileImporter().importPath(COMPILED));
    }

    public JavaClasses compiled() {
        return compiled;
    }

    /** Packages that any module may use. */
    public void exportsToEveryone(String... packages) {
        assertThat(module.exports())
                .filteredOn(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .extracting(this::relative)
                .containsExactlyInAnyOrder(packages);
    }

    public void opensNothing() {
        opensTo(Map.of());
    }

    /** Each package that is open to reflection, and the modules that it is open to. */
    public void opensTo(Map<String, List<String>> packages) {
        assertThat(module.isOpen()).isFalse();
        Map<String, List<String>> opens = new TreeMap<>();
        module.opens()
                .forEach(each -> opens.put(
                        relative(each.source()),
                        each.targets().stream().sorted().toList()));
        assertThat(opens).isEqualTo(packages);
    }

    /**
     * Each package, and the packages of the same module that it uses. The lists are exact: a missing package, and a new or removed
     * dependency, fails.
     */
    public void packagesUse(Map<String, List<String>> arrows) {
        SortedMap<String, SortedSet<String>> expected = new TreeMap<>();
        arrows.forEach((from, to) -> expected.put(from, new TreeSet<>(to)));
        assertThat(arrows()).isEqualTo(expected);
    }

    public void hasNoCycles() {
        slices().matching(name + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(compiled);
        SortedMap<String, SortedSet<String>> arrows = arrows();
        for (String start : arrows.keySet()) {
            assertThat(reachableFrom(start, arrows))
                    .as("packages that " + start + " leads to")
                    .doesNotContain(start);
        }
    }

    /** Each package has at most this number of files, except those named. */
    public void packagesHaveUpTo(int files, String... except) {
        SortedMap<String, Long> sizes =
                sources().collect(Collectors.groupingBy(this::packageOf, TreeMap::new, Collectors.counting()));
        sizes.keySet().removeAll(List.of(except));
        assertThat(sizes).allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(files));
    }

    /** Each source file has at most this number of lines, except those named. */
    public void filesHaveUpTo(int lines, String... except) {
        assertThat(sources().filter(file -> !List.of(except).contains(simpleName(file))))
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(lines));
    }

    public void everyPackageIsDescribed() {
        assertThat(sources().map(Path::getParent).distinct().filter(folder -> !folder.equals(SOURCES)))
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("/**", "@NullMarked"));
    }

    private SortedMap<String, SortedSet<String>> arrows() {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        for (JavaClass from : compiled) {
            if (!isOfThisModule(from) || from.getSimpleName().equals("package-info")) {
                continue;
            }
            SortedSet<String> to = arrows.computeIfAbsent(relative(from.getPackageName()), room -> new TreeSet<>());
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (isOfThisModule(target) && !target.getPackageName().equals(from.getPackageName())) {
                    to.add(relative(target.getPackageName()));
                }
            }
        }
        return arrows;
    }

    private static SortedSet<String> reachableFrom(String start, Map<String, SortedSet<String>> arrows) {
        SortedSet<String> reached = new TreeSet<>();
        SortedSet<String> next = new TreeSet<>(arrows.get(start));
        while (!next.isEmpty()) {
            String room = next.first();
            next.remove(room);
            if (reached.add(room)) {
                next.addAll(arrows.get(room));
            }
        }
        return reached;
    }

    private boolean isOfThisModule(JavaClass type) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    private String relative(String packageName) {
        return packageName.equals(name) ? ROOT : packageName.substring(name.length() + 1);
    }

    private String packageOf(Path file) {
        Path folder = SOURCES.relativize(file.getParent());
        String packageName = folder.toString().replace(folder.getFileSystem().getSeparator(), ".");
        return packageName.isEmpty() ? packageName : relative(packageName);
    }

    private static String simpleName(Path file) {
        String fileName = String.valueOf(file.getFileName());
        return fileName.substring(0, fileName.length() - ".java".length());
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
