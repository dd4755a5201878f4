package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import uk.smets.mam.secure.ReceivedSubmission;
import uk.smets.mam.secure.ReceivedSubmission.Status;
import uk.smets.mam.secure.Submission;

/** Files of any name and content in a drop folder give results, never an exception, and are never accepted. */
class AnyFolderTest {
    private static final List<byte[]> CONTENTS = List.of(
            new byte[0],
            new byte[] {'P', 'K', 3, 4},
            new byte[] {0x30, (byte) 0x80, 0, 0},
            Sample.bytes(),
            Sample.passwordFile().toBytes(),
            Verified.BYTES,
            Verified.signature(Verified.PKI.supplier));

    private static final List<String> NAMES = List.of(
            Sample.NAME,
            Sample.ARCHIVE_NAME,
            Sample.PASSWORD_FILE_NAME,
            Sample.PASSWORD_FILE_NAME + ".p7s",
            Sample.PASSWORD_FILE_NAME + ".p7m",
            "MAPASSWORD.csv",
            "MAPASSWORD_.csv",
            "mapassword_.P7M",
            "MAPASSWORD_.csv.sig",
            ".zip",
            "MA_.zip",
            "x.ZIP",
            "x\\y.zip",
            "x\ny.csv",
            "MAPASSWORD_x\ny.csv",
            "p7s",
            "a.p7s");

    private Path folder;

    @BeforeTry
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("mam-any-folder");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Map<String, byte[]>> files() {
        Arbitrary<byte[]> contents = Arbitraries.oneOf(
                Arbitraries.of(CONTENTS),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300));
        return Arbitraries.maps(Arbitraries.of(NAMES), contents).ofMaxSize(8);
    }

    @Property(tries = 300)
    void filesThatNobodySignedAreNeverComplete(@ForAll("files") Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        for (ReceivedSubmission received : Submission.receive(folder, Parties.DCC)) {
            assertThat(received.status()).isNotEqualTo(Status.COMPLETE);
            assertThat(received.name()).isNotEmpty();
            assertThat(received.toString()).doesNotContainIgnoringCase(Sample.MD5);
        }
    }
}
