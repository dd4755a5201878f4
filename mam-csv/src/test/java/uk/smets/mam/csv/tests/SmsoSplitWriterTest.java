package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.SmsoSplitWriter;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.WrittenFile;

/** Writes one file for each SMSO (clause 7.2.2). */
class SmsoSplitWriterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-07-31T09:00:00.5Z"), ZoneOffset.UTC);
    private static final UserId USER_ID = UserId.of(Lines.USER_ID);
    private static final MigrationAuthorisationRow ROW =
            Unnamed.parse(Lines.file(Lines.dualFuel())).rows().get(0);
    private static final MigrationAuthorisationRow BAD =
            MigrationAuthorisationRow.electricity(Mpan.of(Lines.MPAN)).build();

    @TempDir
    private Path folder;

    private SmsoSplitWriter writer() {
        return SmsoSplitWriter.create(folder, USER_ID, true, CLOCK);
    }

    private List<String> namesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String name(Smso smso) {
        return "MA_" + smso + "_" + Lines.USER_ID + "_20190731_090000.csv";
    }

    @Test
    void rowsAreWrittenToTheFileOfTheirSmso() throws IOException {
        Map<MigrationAuthorisationFileName, WrittenFile> written;
        try (SmsoSplitWriter writer = writer()) {
            writer.write(Smso.SCM, ROW);
            writer.write(Smso.CGI, ROW);
            writer.write(Smso.SCM, ROW);
            assertThat(namesInFolder()).noneMatch(file -> file.startsWith("MA_"));
            written = writer.finish();
        }

        assertThat(written.keySet()).extracting(Object::toString).containsExactly(name(Smso.CGI), name(Smso.SCM));
        assertThat(written.values()).extracting(WrittenFile::rows).containsExactly(1L, 2L);
        assertThat(namesInFolder()).containsExactly(name(Smso.CGI), name(Smso.SCM));
        assertThat(MigrationAuthorisation.validate(folder.resolve(name(Smso.CGI)))
                        .findings())
                .isEmpty();
        assertThat(MigrationAuthorisation.parse(folder.resolve(name(Smso.SCM))))
                .isEqualTo(new MigrationAuthorisation(
                        new MigrationAuthorisationHeader(USER_ID, true, Smso.SCM), List.of(ROW, ROW)));
    }

    @Test
    void digestIsChosenForAllFilesBeforeTheFirstRow() throws IOException {
        try (SmsoSplitWriter writer = writer().with(ContentDigest.NONE)) {
            writer.write(Smso.CGI, ROW);
            assertThatIllegalStateException()
                    .isThrownBy(() -> writer.with(ContentDigest.MD5))
                    .withMessage("the digest is chosen before the first row");
            assertThat(writer.finish().values()).extracting(WrittenFile::md5).containsExactly(Optional.empty());
        }
    }

    @Test
    void refusedRowDoesNotCreateAFile() throws IOException {
        try (SmsoSplitWriter writer = writer()) {
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> writer.write(Smso.EDM, BAD));
            writer.write(Smso.CGI, ROW);
            assertThat(writer.finish().keySet()).extracting(Object::toString).containsExactly(name(Smso.CGI));
        }
        assertThat(namesInFolder()).containsExactly(name(Smso.CGI));
    }

    @Test
    void noRowsCreateNoFiles() throws IOException {
        try (SmsoSplitWriter writer = writer()) {
            assertThat(writer.finish()).isEmpty();
        }
        assertThat(namesInFolder()).isEmpty();
    }

    @Test
    void closingWithoutFinishingLeavesNoFiles() throws IOException {
        try (SmsoSplitWriter writer = writer()) {
            writer.write(Smso.CGI, ROW);
            writer.write(Smso.EDM, ROW);
        }
        assertThat(namesInFolder()).isEmpty();
    }

    @Test
    void finishedOrClosedWriterAcceptsNoRows() throws IOException {
        List<SmsoSplitWriter> writers = new ArrayList<>();
        SmsoSplitWriter finished = writer();
        finished.finish();
        writers.add(finished);
        SmsoSplitWriter closed = writer();
        closed.close();
        writers.add(closed);

        for (SmsoSplitWriter writer : writers) {
            assertThatIllegalStateException().isThrownBy(() -> writer.write(Smso.CGI, ROW));
            assertThatIllegalStateException().isThrownBy(writer::finish);
            writer.close();
        }
        assertThat(namesInFolder()).isEmpty();
    }

    @Test
    void secondSplitInTheSameSecondReplacesNoFile() throws IOException {
        try (SmsoSplitWriter first = writer()) {
            first.write(Smso.CGI, ROW);
            first.finish();
        }
        byte[] before = Files.readAllBytes(folder.resolve(name(Smso.CGI)));

        try (SmsoSplitWriter second = writer()) {
            second.write(Smso.EDM, ROW);
            assertThatExceptionOfType(FileAlreadyExistsException.class)
                    .isThrownBy(() -> second.write(Smso.CGI, ROW))
                    .withMessage(folder.resolve(name(Smso.CGI)) + ": it already exists and is not replaced");
        }
        assertThat(namesInFolder()).containsExactly(name(Smso.CGI));
        assertThat(folder.resolve(name(Smso.CGI))).hasBinaryContent(before);
    }

    @Test
    void laterOfTwoConcurrentSplitsWritesNothing() throws IOException {
        try (SmsoSplitWriter one = writer();
                SmsoSplitWriter other = writer()) {
            one.write(Smso.CGI, ROW);
            other.write(Smso.EDM, ROW);
            other.write(Smso.CGI, ROW);
            other.write(Smso.CGI, ROW);
            one.finish();
            assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(other::finish);
        }
        assertThat(namesInFolder()).containsExactly(name(Smso.CGI));
        assertThat(MigrationAuthorisation.parse(folder.resolve(name(Smso.CGI))).rows())
                .hasSize(1);
    }

    @Test
    void missingFolderIsCreated() throws IOException {
        try (SmsoSplitWriter writer = SmsoSplitWriter.create(folder.resolve("outbox"), USER_ID, true, CLOCK)) {
            assertThat(writer.recovered()).isEmpty();
            writer.write(Smso.CGI, ROW);
            writer.finish();
        }
        assertThat(folder.resolve("outbox").resolve(name(Smso.CGI))).exists();
        try (SmsoSplitWriter abandoned = SmsoSplitWriter.create(folder.resolve("abandoned"), USER_ID, true, CLOCK)) {
            abandoned.write(Smso.CGI, ROW);
        }
        assertThat(namesInFolder()).containsExactly("outbox");
    }
}
