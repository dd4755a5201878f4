package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.testing.PeerProgram;

/** No command changes its inputs or replaces anything but a regular file. */
class OutputTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void writeInputs() throws IOException {
        OutputCommand.writeInputs(directory);
    }

    /** Returns every file with its content, and every link with its target. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                content.put(
                        directory.relativize(file).toString(),
                        Files.isSymbolicLink(file)
                                ? "-> " + Files.readSymbolicLink(file)
                                : Files.isRegularFile(file)
                                        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                        : "not a file");
            }
        }
        return content;
    }

    private static Stream<Arguments> namedInputs() {
        return OutputCommand.namedByUser()
                .flatMap(command -> command.inputs().stream().map(input -> Arguments.of(command, input)));
    }

    private static Stream<Arguments> derivedInputs() {
        return OutputCommand.derived()
                .flatMap(command -> command.inputs().stream().map(input -> Arguments.of(command, input)));
    }

    private static void assertRefusedAsInput(CommandLineRun.Outcome outcome, String alias) {
        assertThat(outcome.err()).as(alias).contains(" input", ", which is never changed: write to another file\n");
        assertThat(outcome.out()).as(alias).isEmpty();
        assertThat(outcome.status()).as(alias).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("namedInputs")
    void inputIsNotReplacedUnderAnyName(OutputCommand command, String input) throws IOException {
        String extension = command.output().substring(command.output().lastIndexOf('.'));
        String symbolic = "symbolic" + extension;
        String hard = "hard" + extension;
        Files.createSymbolicLink(directory.resolve(symbolic), Path.of(input));
        Files.createSymbolicLink(directory.resolve("chain" + extension), Path.of(symbolic));
        Files.createLink(directory.resolve(hard), directory.resolve(input));
        Files.createSymbolicLink(directory.resolve("here"), Path.of("."));
        Map<String, String> before = content();
        for (String alias : new String[] {
            input,
            "./" + input,
            "outbox/../" + input,
            directory.resolve(input).toString(),
            "here/" + input,
            symbolic,
            "here/chain" + extension,
            hard
        }) {
            if (command == OutputCommand.CONVERT && !alias.endsWith(extension)) {
                continue;
            }
            assertRefusedAsInput(command.run(directory, alias), alias);
            assertThat(content()).as(alias).isEqualTo(before);
        }
    }

    @Test
    void workbookNamedAsCsvIsNotReplacedByItsConversion() throws IOException {
        Files.copy(directory.resolve("schedule.xlsx"), directory.resolve("schedule.csv"));
        Map<String, String> before = content();
        assertRefusedAsInput(
                CommandLineRun.in(directory).run("convert", "schedule.csv", "./schedule.csv"), "./schedule.csv");
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("derivedInputs")
    void inputLinkedUnderADerivedNameIsNotReplaced(OutputCommand command, String input) throws IOException {
        Path outputPath = directory.resolve(command.output());
        Files.createLink(outputPath, directory.resolve(input));
        Map<String, String> before = content();
        assertRefusedAsInput(command.run(directory), "a hard link");
        assertThat(content()).isEqualTo(before);

        Files.delete(outputPath);
        Files.createSymbolicLink(outputPath, directory.resolve(input));
        before = content();
        assertRefusedAsInput(command.run(directory), "a symbolic link");
        assertThat(content()).isEqualTo(before);
    }

    private static void assertRefused(CommandLineRun.Outcome outcome, String reason) {
        assertThat(outcome.err()).endsWith(reason + "\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.status()).isEqualTo(3);
    }

    private void assertRefusedAndKept(OutputCommand command, String reason) throws IOException {
        Map<String, String> before = content();
        assertRefused(command.run(directory), reason);
        assertThat(content()).isEqualTo(before);
    }

    private Path outputPath(OutputCommand command) {
        return directory.resolve(command.output());
    }

    @ParameterizedTest
    @EnumSource
    void directoryIsNotReplaced(OutputCommand command) throws IOException {
        Files.createDirectory(outputPath(command));
        assertRefusedAndKept(command, ": it is a folder, not a file");
    }

    @ParameterizedTest
    @EnumSource
    void socketIsNotReplaced(OutputCommand command) throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            // The path of a socket is limited to about 100 bytes.
            Path near = Path.of("/tmp").resolve("mam-" + System.nanoTime());
            socket.bind(UnixDomainSocketAddress.of(near));
            Files.move(near, outputPath(command));
            assertRefusedAndKept(command, ": it is a socket and not a regular file: write to another file");
        }
    }

    @ParameterizedTest
    @EnumSource
    void namedPipeIsNotReplacedAndDoesNotBlock(OutputCommand command) throws Exception {
        PeerProgram.make("mkfifo", outputPath(command).toString());
        assertRefusedAndKept(command, ": it is a named pipe and not a regular file: write to another file");
    }

    @ParameterizedTest
    @EnumSource
    void deviceIsNotReplaced(OutputCommand command) throws Exception {
        PeerProgram.make("mknod", outputPath(command).toString(), "c", "1", "5");
        assertRefusedAndKept(command, ": it is a device and not a regular file: write to another file");
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#namedByUser")
    void nullDeviceIsWrittenToAndNotReplaced(OutputCommand command) throws Exception {
        PeerProgram.make("mknod", outputPath(command).toString(), "c", "1", "3");
        CommandLineRun.Outcome outcome = command.run(directory);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(Files.getAttribute(outputPath(command), "unix:rdev", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(0x103L);
    }

    @ParameterizedTest
    @EnumSource
    void readOnlyFileIsNotReplaced(OutputCommand command) throws IOException {
        Files.writeString(outputPath(command), "kept");
        Files.setPosixFilePermissions(outputPath(command), PosixFilePermissions.fromString("r--r--r--"));
        assertRefusedAndKept(command, ": it is read-only: make it writable, or write to another file");
    }

    @ParameterizedTest
    @EnumSource
    void replacedFileKeepsItsPermissions(OutputCommand command) throws IOException {
        for (String permissions : new String[] {"rw-------", "rw-r-----", "rwxrw-rw-"}) {
            Files.deleteIfExists(outputPath(command));
            Files.writeString(outputPath(command), "old");
            Files.setPosixFilePermissions(outputPath(command), PosixFilePermissions.fromString(permissions));
            CommandLineRun.Outcome outcome = command.run(directory);
            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outputPath(command))))
                    .isEqualTo(permissions);
            assertThat(Files.size(outputPath(command))).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#namedByUser")
    void linkNamedByTheUserIsKeptAndItsTargetReplaced(OutputCommand command) throws IOException {
        Path real = directory.resolve("outbox").resolve("real");
        Files.writeString(real, "old");
        Files.createSymbolicLink(outputPath(command), Path.of("outbox", "real"));
        assertThat(command.run(directory).status()).isZero();
        assertThat(outputPath(command)).isSymbolicLink();
        assertThat(Files.size(real)).isGreaterThan(10);

        Files.delete(real);
        assertThat(command.run(directory).status()).isZero();
        assertThat(outputPath(command)).isSymbolicLink();
        assertThat(Files.size(real)).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#namedByUser")
    void circularLinksAreRefused(OutputCommand command) throws IOException {
        Files.createSymbolicLink(outputPath(command), outputPath(command).getFileName());
        assertThat(command.run(directory).status()).isEqualTo(3);
        assertThat(outputPath(command)).isSymbolicLink();
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#derived")
    void linkUnderADerivedNameIsRefused(OutputCommand command) throws IOException {
        Files.writeString(directory.resolve("elsewhere"), "kept");
        Files.createSymbolicLink(outputPath(command), Path.of("..", "elsewhere"));
        assertRefusedAndKept(command, ": it is a symbolic link, which is not followed for this name: remove the link");
        Files.delete(directory.resolve("elsewhere"));
        assertRefusedAndKept(command, ": it is a symbolic link, which is not followed for this name: remove the link");
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#derived")
    void outputDirectoryIsCreatedButNotItsParents(OutputCommand command) throws IOException {
        Files.delete(directory.resolve("outbox"));
        assertThat(command.run(directory).status()).isZero();
        assertThat(outputPath(command)).isRegularFile();
        try (Stream<Path> files = Files.list(directory.resolve("outbox"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory.resolve("outbox"));
        Files.createSymbolicLink(directory.resolve("outbox"), Path.of("missing", "outbox"));
        assertThat(command.run(directory).status()).isEqualTo(3);
        Files.delete(directory.resolve("outbox"));
        Files.writeString(directory.resolve("outbox"), "a file");
        assertRefused(command.run(directory), ": not a directory");
        assertThat(directory.resolve("outbox")).hasContent("a file");
    }

    @Test
    void missingParentOfTheOutputDirectoryIsReported() {
        assertRefused(
                CommandLineRun.in(directory)
                        .run(
                                "password",
                                CommandLineRun.VALID_NAME,
                                "--user-id",
                                "70-B3-D5-1F-30-00-A0-01",
                                "--out",
                                "no/such"),
                "no/such: the folder can't be created, as the folder above it does not exist");
        assertThat(directory.resolve("no")).doesNotExist();
    }

    @Test
    void refusedSealCreatesNoDirectory() throws IOException {
        Files.delete(directory.resolve("outbox"));
        Files.writeString(directory.resolve("pin"), "wrong\n");
        assertThat(OutputCommand.SEAL.run(directory).status()).isNotZero();
        assertThat(directory.resolve("outbox")).doesNotExist();
    }

    @Test
    void sealAndOpenReplaceAFileOnlyWithForce() throws IOException {
        String[] seal = {
            "seal", CommandLineRun.VALID_NAME, "--p12", "key.p12", "--pin-file", "pin", "--out", "outbox", "--eml"
        };
        String[] open = {
            "open", "sent/week.zip", "--password-file", "sent/password.csv", "--trust", "trust", "--out", "outbox"
        };
        for (String[] command : new String[][] {seal, open}) {
            assertThat(CommandLineRun.in(directory).run(command).status()).isZero();
            Map<String, String> before = content();
            assertRefused(
                    CommandLineRun.in(directory).run(command),
                    ": the file already exists: use --force to replace it, or choose another directory with --out");
            assertThat(content()).isEqualTo(before);
        }
        assertThat(OutputCommand.SEAL.run(directory).status()).isZero();
        assertThat(OutputCommand.OPEN.run(directory).status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#namedByUser")
    void hyphenIsStandardOutputAndTheReportGoesToStandardError(OutputCommand command) throws IOException {
        assertThat(command.run(directory).status()).isZero();
        Map<String, String> before = content();
        CommandLineRun.Outcome outcome = command.run(directory, "-");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(content()).isEqualTo(before);
        if (command == OutputCommand.RESPOND) {
            assertThat(outcome.out()).startsWith("PK");
        } else {
            assertThat(outcome.out()).isEqualTo(Files.readString(outputPath(command)));
        }
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.cli.tests.OutputCommand#namedByUser")
    void outputNameMayHave255Bytes(OutputCommand command) throws IOException {
        String extension = command.output().substring(command.output().lastIndexOf('.'));
        String name = "n".repeat(255 - extension.length()) + extension;
        CommandLineRun.Outcome outcome = command.run(directory, name);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(directory.resolve(name)).isRegularFile();
    }

    @ParameterizedTest
    @EnumSource
    void filesWithSecretsAreReadableOnlyByTheirOwner(OutputCommand command) throws IOException {
        assertThat(command.run(directory).status()).isZero();
        try (Stream<Path> files = Files.walk(directory.resolve("outbox"))) {
            assertThat(files.filter(file -> file.toString().contains("MAPASSWORD")))
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }
}
