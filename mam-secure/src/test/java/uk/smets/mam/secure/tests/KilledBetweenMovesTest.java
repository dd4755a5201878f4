package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.SmsoSplitWriter;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.InterruptedWrite.Outcome;
import uk.smets.mam.secure.DraftedMail;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.testing.PeerProgram;

/** A program killed by strace at each of its moves in turn: the next run undoes the partial work and reports it. */
@Tag("interop")
class KilledBetweenMovesTest {
    private static final String[] SEALED = {
        Sample.ARCHIVE_NAME,
        Sample.PASSWORD_FILE_NAME,
        Sample.PASSWORD_FILE_NAME + ".p7s",
        "MAPASSWORD" + Sample.STEM + ".eml"
    };

    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void writeFile() throws IOException {
        file = Sample.in(folder);
        out = Files.createDirectory(folder.resolve("out"));
    }

    /** Kills the program immediately before its n-th move of a file. */
    private void killAtMove(int move, String what, Path from) throws IOException, InterruptedException {
        List<String> options = List.of(
                "-f",
                "-o",
                folder.resolve("trace").toString(),
                "-e",
                "trace=rename",
                "-e",
                "inject=rename:signal=SIGKILL:when=" + move);
        PeerProgram.Answer answer = Peer.STRACE.run(folder, OneWriteProcess.command(options, what, from, out));
        assertThat(answer.status()).as(answer.output()).isEqualTo(137);
    }

    private List<String> names() {
        return Arrays.asList(out.toFile().list());
    }

    private List<String> hiddenNames() {
        return names().stream().filter(name -> name.startsWith(".")).toList();
    }

    private void assertSealed(SealedSubmission<Path> sealed) throws IOException {
        assertThat(names()).containsExactlyInAnyOrder(SEALED);
        EncryptedArchive.check(sealed.archive(), sealed.passwordFileContent(), ArchiveOptions.defaults());
        assertThat(Parties.DCC.verify(sealed.passwordFile(), sealed.signature()).isValid())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void sealingKilledAtAMoveIsUndoneByTheNextRun(int move) throws Exception {
        killAtMove(move, "seal", file);
        assertThat(hiddenNames()).isNotEmpty();
        assertThat(names()).hasSize(5);

        SealedSubmission<Path> sealed = Submission.seal(file, out, Parties.SUPPLIER, OneWriteProcess.sealing());

        assertThat(sealed.recovered())
                .containsExactly(new InterruptedWrite(
                        out.toAbsolutePath(), move == 1 ? Outcome.DISCARDED : Outcome.UNDONE, List.of(SEALED)));
        assertSealed(sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void filesThatAKilledSealingWasReplacingAreRestored(int move) throws Exception {
        SealedSubmission<Path> old = Submission.seal(file, out, Parties.SUPPLIER, OneWriteProcess.sealing());
        byte[] archive = Files.readAllBytes(old.archive());
        killAtMove(move, "seal again", file);
        assertThat(hiddenNames()).isNotEmpty();

        assertThat(Submission.recover(out)).hasSize(1);

        assertSealed(old);
        assertThat(old.archive()).hasBinaryContent(archive);
    }

    @Test
    void openingKilledAtItsMoveIsUndoneByTheNextRun() throws Exception {
        SealedSubmission<Path> sealed = Submission.seal(file, folder, Parties.SUPPLIER);
        killAtMove(1, "open", sealed.archive());
        assertThat(names()).hasSize(2).allMatch(name -> name.startsWith(".mam-"));

        assertThat(Submission.open(
                                sealed.archive(),
                                sealed.passwordFile(),
                                sealed.signature(),
                                Parties.DCC,
                                out,
                                OpenOptions.defaults())
                        .recovered())
                .extracting(InterruptedWrite::outcome)
                .containsExactly(Outcome.DISCARDED);
        assertThat(names()).containsExactly(Sample.NAME);
        assertThat(out.resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void preparationKilledAtAMoveIsUndoneByTheNextRun(int move) throws Exception {
        killAtMove(move, "prepare", file);
        assertThat(hiddenNames()).isNotEmpty();

        PreparedSubmission<Path> prepared = Submission.prepare(file, out, SealOptions.defaults(), Parties.CLOCK);

        assertThat(prepared.recovered())
                .containsExactly(new InterruptedWrite(
                        out.toAbsolutePath(),
                        move == 1 ? Outcome.DISCARDED : Outcome.UNDONE,
                        List.of(Sample.ARCHIVE_NAME, Sample.PASSWORD_FILE_NAME)));
        assertThat(names()).containsExactlyInAnyOrder(Sample.ARCHIVE_NAME, Sample.PASSWORD_FILE_NAME);
        EncryptedArchive.check(prepared.archive(), prepared.passwordFile(), ArchiveOptions.defaults());
    }

    @Test
    void draftingKilledAtItsMoveKeepsTheOldDraftAndIsUndoneByTheNextRun() throws Exception {
        Submission.seal(file, folder, Parties.SUPPLIER);
        Path draft = Files.writeString(out.resolve("draft.eml"), "old draft");
        killAtMove(1, "mail", folder);
        assertThat(hiddenNames()).isNotEmpty();

        DraftedMail mail = OneWriteProcess.mail(folder, out);

        assertThat(mail.recovered()).extracting(InterruptedWrite::outcome).containsExactly(Outcome.DISCARDED);
        assertThat(names()).containsExactly("draft.eml");
        assertThat(Files.readString(draft)).contains("Subject: Password file");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void splitKilledAtAMoveIsUndoneByTheNextRun(int move) throws Exception {
        killAtMove(move, "split", file);
        assertThat(hiddenNames()).isNotEmpty();

        SmsoSplitWriter writer = OneWriteProcess.split(file, out);

        assertThat(writer.recovered())
                .extracting(InterruptedWrite::outcome)
                .containsExactly(move == 1 ? Outcome.DISCARDED : Outcome.UNDONE);
        assertThat(names())
                .containsExactlyInAnyOrder(
                        Sample.NAME, Sample.NAME.replace("CGI", "EDM"), Sample.NAME.replace("CGI", "TRL"));
        for (String name : names()) {
            assertThat(MigrationAuthorisation.validate(out.resolve(name)).isSound())
                    .isTrue();
        }
    }
}
