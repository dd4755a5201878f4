package uk.smets.mam.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exported API of a module as text: its types and their members, sorted, so that a change of the API is a visible diff. */
public final class ApiListing {
    private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports ([\\w.]+);");
    private static final Path MODULE = Path.of("src", "main", "java", "module-info.java");
    private static final Set<String> METHODS_OF_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> METHODS_OF_ENUM = Set.of("values", "valueOf");

    private ApiListing() {}

    /**
     * Compares the API of the module in the working directory with its file {@code api.txt}, and updates the file if the system property
     * {@code mam.docs.update} is set.
     */
    public static void check() throws IOException {
        Path file = Path.of("api.txt");
        String listing = of(exportedPackages());
        if (Boolean.getBoolean("mam.docs.update")) {
            Files.writeString(file, listing, UTF_8);
        }
        assertThat(Files.exists(file) ? Files.readString(file, UTF_8) : "")
                .as("api.txt; run this test with -Dmam.docs.update=true to update it")
                .isEqualTo(listing);
    }

    /** The packages that the module in the working directory exports to everyone. */
    private static List<String> exportedPackages() throws IOException {
        return EXPORTS.matcher(Files.readString(MODULE, UTF_8))
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    static String of(List<String> packages) {
        return packages.stream()
                .map(name -> "package " + name + "\n"
                        + typesOf(name).stream().map(ApiListing::describe).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Class<?>> typesOf(String name) {
        try {
            Path root = Path.of(Class.forName(name + ".package-info")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
                List<Class<?>> types = new ArrayList<>();
                for (String file : new TreeSet<>(files.map(path -> String.valueOf(path.getFileName()))
                        .filter(path -> path.endsWith(".class") && !path.equals("package-info.class"))
                        .toList())) {
                    Class<?> type = Class.forName(name + "." + file.substring(0, file.length() - ".class".length()));
                    if (isVisible(type)) {
                        types.add(type);
                    }
                }
                return types;
            }
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return !type.isAnonymousClass()
                && isVisible(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String describe(Class<?> type) {
        return "\n" + heading(type) + "\n"
                + members(type).map(member -> "    " + member + "\n").collect(Collectors.joining());
    }

    private static String heading(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        List<String> words = new ArrayList<>();
        if (type.isSealed()) {
            words.add("sealed");
        } else if (kind.equals("class")) {
            words.add(Modifier.isFinal(type.getModifiers()) ? "final" : "open");
        }
        words.add(kind);
        words.add(shortened(type.getName()) + generics(type.getTypeParameters()) + components(type));
        if (type.getSuperclass() != null
                && isVisible(type.getSuperclass())
                && !Set.of(Object.class, Record.class, Enum.class).contains(type.getSuperclass())) {
            words.add("extends " + name(type.getGenericSuperclass()));
        }
        if (type.getInterfaces().length > 0) {
            words.add((type.isInterface() ? "extends " : "implements ") + joined(type.getGenericInterfaces()));
        }
        return String.join(" ", words);
    }

    private static String components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(component -> name(component.getGenericType()) + " " + component.getName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    /** The members of a type, including those inherited from a type that is not exported. */
    private static Stream<String> members(Class<?> type) {
        Set<Class<?>> declaring = new LinkedHashSet<>();
        for (Class<?> at = type; at != null && (at == type || !isVisible(at)); at = at.getSuperclass()) {
            declaring.add(at);
        }
        Stream<String> constants = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                : sorted(declaring, Class::getDeclaredFields, ApiListing::field, type);
        Stream<String> constructors = type.isRecord()
                ? Stream.of()
                : sorted(Set.of(type), Class::getDeclaredConstructors, ApiListing::constructor, type);
        Stream<String> methods = sorted(declaring, Class::getDeclaredMethods, ApiListing::method, type);
        return Stream.of(constants, constructors, methods).flatMap(Function.identity());
    }

    private static <M extends Member> Stream<String> sorted(
            Set<Class<?>> declaring, Function<Class<?>, M[]> members, Function<M, String> text, Class<?> type) {
        return declaring.stream()
                .flatMap(at -> Arrays.stream(members.apply(at)))
                .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !(member instanceof Method method && isImplied(method, type)))
                .map(text)
                .distinct()
                .sorted();
    }

    /** Whether a method follows from the kind of its type. */
    private static boolean isImplied(Method method, Class<?> type) {
        boolean isAccessor = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .anyMatch(method::equals);
        boolean isOfEnum = type.isEnum() && METHODS_OF_ENUM.contains(method.getName());
        return isAccessor || isOfEnum || METHODS_OF_OBJECT.contains(method.getName());
    }

    private static String field(Field field) {
        return modifiers(field) + name(field.getGenericType()) + " " + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return modifiers(constructor) + "new(" + joined(constructor.getGenericParameterTypes()) + ")"
                + thrown(constructor);
    }

    private static String method(Method method) {
        String parameters = generics(method.getTypeParameters());
        return modifiers(method)
                + (method.isDefault() ? "default " : "")
                + (parameters.isEmpty() ? "" : parameters + " ")
                + name(method.getGenericReturnType()) + " " + method.getName()
                + "(" + joined(method.getGenericParameterTypes()) + ")" + thrown(method);
    }

    private static String modifiers(Member member) {
        return (Modifier.isProtected(member.getModifiers()) ? "protected " : "")
                + (Modifier.isStatic(member.getModifiers()) ? "static " : "");
    }

    private static String thrown(Executable executable) {
        return executable.getExceptionTypes().length == 0
                ? ""
                : " throws " + joined(executable.getGenericExceptionTypes());
    }

    private static String generics(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getBounds()[0] == Object.class
                                ? variable.getName()
                                : variable.getName() + " extends " + joined(variable.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String joined(Type[] types) {
        return Arrays.stream(types).map(ApiListing::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        return shortened(type.getTypeName());
    }

    /** Names without their packages; nested types with a dot. */
    private static String shortened(String name) {
        return Pattern.compile("[\\w.$]+")
                .matcher(name)
                .replaceAll((MatchResult match) -> match.group()
                        .replaceAll("^(?:[a-z]\\w*\\.)+", "")
                        .replaceAll("^.*\\.(?=[A-Z])", "")
                        .replace('$', '.'));
    }
}
