package uk.smets.mam.secure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.internal.file.SmallFile;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;

/**
 * Pairs the files of a folder, by their names and by the file that a password file names. Nothing is verified here: a wrong pair is
 * refused when it is opened.
 */
final class DropFolder {
    private static final String ARCHIVE = ".zip";
    private static final String MAIL = ".eml";
    private static final String PREFIX = "mapassword";

    /** The parts of one submission that are present, and the name that its archive has or should have. */
    record Parts(String name, Optional<Path> archive, Optional<Path> passwordFile, Optional<Path> signature) {}

    private enum Kind {
        ARCHIVE,
        PASSWORD_FILE,
        ENCLOSING,
        SIGNATURE,
        OTHER
    }

    /** A file, and the names that its archive may have: those of a password file by its content, then by its name. */
    private record Item(Path path, String name, Kind kind, boolean signed, List<String> archives) {
        /** Returns the name of the password file that an enclosing message or a signature belongs to, in lower case. */
        String base() {
            String lower = lower(name);
            boolean outer = kind == Kind.SIGNATURE || lower.endsWith(CmsMessage.ENCLOSED_EXTENSION);
            return outer ? PasswordFileText.stem(lower) : lower;
        }
    }

    private final List<Item> items;

    // Whoever fills the folder decides how many files there are, so each is found by its name.
    private final Map<String, List<Item>> passwordFiles;
    private final Map<String, List<Item>> signatures;
    private final Map<String, List<Item>> archives;
    private final Set<Path> used = new HashSet<>();

    private DropFolder(List<Item> items) {
        this.items = items;
        passwordFiles = items.stream().filter(DropFolder::isPasswordFile).collect(Collectors.groupingBy(Item::base));
        signatures = of(Kind.SIGNATURE).stream().collect(Collectors.groupingBy(Item::base));
        archives = of(Kind.ARCHIVE).stream().collect(Collectors.groupingBy(archive -> lower(archive.name())));
    }

    /** Returns the submissions in a folder, sorted by the names of their archives. */
    static List<Parts> submissions(Path folder) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path path : files(folder)) {
            items.add(item(path));
        }
        return new DropFolder(items).parts();
    }

    /** Ignores links, which may point anywhere, and hidden files, which are incomplete or belong to the system. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the layout of a received password file: that of the verifier if it is the caller's own, otherwise
     * that of the file.
     */
    static FileVerifier inLayoutOf(Path passwordFile, FileVerifier verifier) {
        boolean builtIn = verifier.layout().equals(SignatureLayout.detachedCms())
                || verifier.layout().equals(SignatureLayout.enclosedCms());
        if (!builtIn) {
            return verifier;
        }
        return verifier.withLayout(
                item(passwordFile).kind() == Kind.ENCLOSING
                        ? SignatureLayout.enclosedCms()
                        : SignatureLayout.detachedCms());
    }

    /** Returns the detached CMS signature next to a password file, if there is one. */
    static Optional<Path> signatureBeside(Path passwordFile) {
        Path signature = passwordFile.resolveSibling(passwordFile.getFileName() + CmsMessage.DETACHED_EXTENSION);
        return Files.exists(signature) ? Optional.of(signature) : Optional.empty();
    }

    private static Item item(Path path) {
        String name = String.valueOf(path.getFileName());
        if (lower(name).endsWith(ARCHIVE)) {
            return new Item(path, name, Kind.ARCHIVE, false, List.of(name));
        }
        byte[] bytes = start(path);
        if (PasswordFileText.isTextIn(bytes)) {
            boolean signed = PasswordFileText.hasSignatureLines(bytes);
            return new Item(path, name, Kind.PASSWORD_FILE, signed, archives(name, Optional.of(bytes)));
        }
        Optional<CmsMessage> message = message(bytes);
        Optional<byte[]> enclosed = message.flatMap(CmsMessage::enclosed).filter(PasswordFile::isRecognised);
        if (enclosed.isPresent()) {
            return new Item(path, name, Kind.ENCLOSING, true, archives(name, enclosed));
        }
        Kind kind = message.filter(cms -> cms.enclosed().isEmpty()).isPresent() ? Kind.SIGNATURE : kindOf(lower(name));
        return new Item(path, name, kind, false, archives(name, Optional.empty()));
    }

    /** Returns the content of a small file; nothing if it cannot be read, which is reported when it is verified. */
    private static byte[] start(Path path) {
        try {
            return SmallFile.read(path, Trust.DEFAULT_MAX_SIZE);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Optional<CmsMessage> message(byte[] bytes) {
        try {
            return Optional.of(CmsMessage.parse(bytes));
        } catch (SecureExchangeException notOne) {
            return Optional.empty();
        }
    }

    /** Returns the kind of a file whose content is not recognised: a damaged one, or a signature in another format. */
    private static Kind kindOf(String name) {
        if (!name.startsWith(PREFIX) || name.endsWith(MAIL)) {
            return name.endsWith(CmsMessage.DETACHED_EXTENSION) ? Kind.SIGNATURE : Kind.OTHER;
        }
        if (name.endsWith(CmsMessage.ENCLOSED_EXTENSION)) {
            return Kind.ENCLOSING;
        }
        return name.endsWith(".csv") ? Kind.PASSWORD_FILE : Kind.SIGNATURE;
    }

    private static List<String> archives(String name, Optional<byte[]> passwordFile) {
        List<String> names = new ArrayList<>();
        passwordFile
                .flatMap(DropFolder::encryptedFile)
                .map(EncryptedArchive::nameFor)
                .ifPresent(names::add);
        String stem = name;
        while (lower(stem).matches(".*\\.(csv|p7s|p7m|sig)")) {
            stem = PasswordFileText.stem(stem);
        }
        if (lower(stem).startsWith(PREFIX + "_")) {
            String rest = stem.substring(PREFIX.length() + 1);
            names.add("MA_" + rest + ARCHIVE);
            names.add(rest + ARCHIVE);
        }
        names.add(name);
        return names;
    }

    private static Optional<String> encryptedFile(byte[] passwordFile) {
        try {
            return Optional.of(PasswordFile.parseSigned(passwordFile).fileName());
        } catch (SecureExchangeException invalid) {
            return Optional.empty();
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<Parts> parts() {
        List<Parts> parts = new ArrayList<>();
        for (Item item : items) {
            if (isPasswordFile(item) && !isSuperseded(item)) {
                parts.add(partsOf(item));
            }
        }
        for (Item archive : of(Kind.ARCHIVE)) {
            if (!used.contains(archive.path())) {
                String stem = PasswordFileText.stem(archive.name());
                Optional<Path> signature = signature(lower(PasswordFile.nameFor(stem + ".csv")));
                parts.add(new Parts(archive.name(), Optional.of(archive.path()), Optional.empty(), signature));
            }
        }
        for (Item signature : of(Kind.SIGNATURE)) {
            if (!used.contains(signature.path()) && lower(signature.name()).startsWith(PREFIX)) {
                parts.add(new Parts(
                        signature.archives().get(0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(signature.path())));
            }
        }
        parts.sort(Comparator.comparing((Parts each) -> lower(each.name()))
                .thenComparing(Parts::name)
                .thenComparing(each -> each.passwordFile().map(Path::toString).orElse("")));
        return parts;
    }

    private List<Item> of(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    private static boolean isPasswordFile(Item item) {
        return item.kind() == Kind.PASSWORD_FILE || item.kind() == Kind.ENCLOSING;
    }

    /** A password file that was sent in two layouts is received once: in a separate file if that is signed, otherwise in the message. */
    private boolean isSuperseded(Item item) {
        return passwordFiles.getOrDefault(item.base(), List.of()).stream()
                .filter(other -> other.kind() != item.kind())
                .anyMatch(other ->
                        isSigned(item.kind() == Kind.PASSWORD_FILE ? item : other) == (item.kind() == Kind.ENCLOSING));
    }

    private boolean isSigned(Item passwordFile) {
        return passwordFile.signed() || findSignature(passwordFile.base()).isPresent();
    }

    private Parts partsOf(Item passwordFile) {
        Optional<Path> signature =
                passwordFile.kind() == Kind.ENCLOSING ? Optional.empty() : signature(passwordFile.base());
        Optional<Item> archive = passwordFile.archives().stream()
                .flatMap(name -> archive(name).stream())
                .findFirst();
        archive.ifPresent(found -> used.add(found.path()));
        return new Parts(
                archive.map(Item::name).orElse(passwordFile.archives().get(0)),
                archive.map(Item::path),
                Optional.of(passwordFile.path()),
                signature);
    }

    /** Another password file may name the same archive: whoever can write to the folder must not be able to take it from its owner. */
    private Optional<Item> archive(String name) {
        List<Item> sameName = archives.getOrDefault(lower(name), List.of());
        return sameName.stream()
                .filter(archive -> archive.name().equals(name))
                .findFirst()
                .or(() -> sameName.stream().findFirst());
    }

    private Optional<Path> signature(String base) {
        Optional<Path> signature = findSignature(base);
        signature.ifPresent(used::add);
        return signature;
    }

    /** Returns the signature that is named after a password file, with its extension or without; a CMS signature first. */
    private Optional<Path> findSignature(String base) {
        return Stream.of(base, PasswordFileText.stem(base))
                .distinct()
                .flatMap(name -> signatures.getOrDefault(name, List.of()).stream())
                .min(Comparator.comparing(
                        signature -> !lower(signature.name()).equals(base + CmsMessage.DETACHED_EXTENSION)))
                .map(Item::path);
    }
}
