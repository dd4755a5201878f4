package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.testing.PeerProgram;

/** No other user can read a secret, not even by opening its file at the moment of creation. */
@Tag("interop")
class SecretsOnDiskTest {
    /** The system's Python: another user may not be allowed to run one that an administrator installed privately. */
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Pattern CREATED = Pattern.compile(
            "open(?:at)?\\((?:AT_FDCWD, )?\"(?<file>[^\"]+)\", [A-Z_|]*O_CREAT[A-Z_|]*, 0(?<mode>[0-7]+)");

    /** Opens every readable file of a folder as fast as possible and prints the names. */
    private static final String WATCHER = """
        import os, sys
        folder, seen = sys.argv[1], set()
        open(sys.argv[2], 'w').close()
        while not os.path.exists(os.path.join(folder, 'stop')):
            for name in os.listdir(folder):
                try:
                    with open(os.path.join(folder, name), 'rb'):
                        seen.add(name)
                except OSError:
                    pass
        print('\\n'.join(sorted(seen)))
        """;

    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void writeFile() throws IOException {
        file = Sample.in(folder);
        out = Files.createDirectory(folder.resolve("out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal", "prepare", "mail", "open", "split", "password"})
    void everyFileIsCreatedForItsOwnerAlone(String what) throws Exception {
        Path from = switch (what) {
            case "open" -> Submission.seal(file, folder, Parties.SUPPLIER).archive();
            case "mail" ->
                Submission.seal(file, folder, Parties.SUPPLIER).archive().getParent();
            default -> file;
        };
        Path trace = folder.resolve("trace");
        List<String> options = List.of("-f", "-o", trace.toString(), "-e", "trace=open,openat,creat,chmod,fchmod");
        Peer.STRACE
                .run(folder, OneWriteProcess.command(options, what, from, out))
                .succeeded();
        List<String> modes = new ArrayList<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher created = CREATED.matcher(line);
            if (created.find() && created.group("file").startsWith(out.toString())) {
                modes.add(created.group("mode"));
            }
        }
        assertThat(modes).isNotEmpty().containsOnly("600");
    }

    @Test
    void otherUserWhoOpensEveryNewFileReadsNoSecret() throws Exception {
        PeerProgram.demand(
                "root".equals(System.getProperty("user.name")), "an administrator, who may act as another user");
        Peer.SETPRIV.require();
        Peer.PYTHON.require();
        PeerProgram.demand(Files.isExecutable(PYTHON), PYTHON + ", which every user may run");
        for (Path each : List.of(folder, out)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path ready = Files.createDirectory(folder.resolve("ready"));
        Files.setPosixFilePermissions(ready, PosixFilePermissions.fromString("rwxrwxrwx"));
        CompletableFuture<PeerProgram.Answer> watching =
                CompletableFuture.supplyAsync(() -> watch(ready.resolve("yes")));
        while (Files.notExists(ready.resolve("yes")) && !watching.isDone()) {
            Thread.sleep(10);
        }
        SealedSubmission<Path> sealed = null;
        for (int i = 0; i < 30; i++) {
            sealed = Submission.seal(
                    file, out, Parties.SUPPLIER, OneWriteProcess.sealing().withOverwriting(Overwriting.allowed()));
        }
        Files.createFile(out.resolve("stop"));

        assertThat(watching.get().succeeded().output().lines())
                .contains(Sample.ARCHIVE_NAME)
                .noneMatch(name -> name.contains("MAPASSWORD"));
        assertThat(sealed).isNotNull();
        EncryptedArchive.check(
                sealed.archive(),
                sealed.passwordFileContent(),
                OneWriteProcess.sealing().archive());
    }

    private PeerProgram.Answer watch(Path ready) {
        try {
            return Peer.SETPRIV.run(
                    folder,
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    PYTHON.toString(),
                    "-c",
                    WATCHER,
                    out.toString(),
                    ready.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
