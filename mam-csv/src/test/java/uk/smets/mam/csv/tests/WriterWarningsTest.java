package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.SmsoSplitWriter;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;

/** The listener of a writer receives every warning about the document, including those about several rows. */
class WriterWarningsTest {
    private static final UserId USER_ID = UserId.of(Lines.USER_ID);
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(USER_ID, true, Smso.CGI);
    private static final MigrationAuthorisationRow ROW =
            Unnamed.parse(Lines.file(Lines.electricity())).rows().get(0);
    private static final MigrationAuthorisationRow BAD =
            MigrationAuthorisationRow.electricity(Mpan.of(Lines.OTHER_MPAN)).build();
    private static final ValidationOptions LATE =
            ValidationOptions.defaults().submittedAt(Instant.parse("2019-08-06T00:00:00Z"));

    private final List<Finding> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<String> places() {
        return heard.stream()
                .map(finding -> finding.at() + " " + finding.severity() + " " + finding.rule())
                .toList();
    }

    @Test
    void writerReportsDuplicatesAndLateWeeksToItsListenerAndCountsThem() throws IOException {
        WrittenFile written;
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        new ByteArrayOutputStream(), HEADER, LATE, heard::add)
                .with(ContentDigest.NONE)) {
            writer.write(ROW);
            assertThat(places()).containsExactly("stream:4: field 4 (Migration Week) WARNING SUBMISSION_LATE");
            writer.write(ROW);
            written = writer.finish();
        }
        assertThat(places())
                .containsExactly(
                        "stream:4: field 4 (Migration Week) WARNING SUBMISSION_LATE",
                        "stream:5: field 1 (MPAN) WARNING MPXN_DUPLICATE");
        assertThat(written.warnings()).isEqualTo(2);
    }

    @Test
    void documentReportsEveryWarningToTheListener() throws IOException {
        Path file = folder.resolve("ma.csv");
        WrittenFile written = new MigrationAuthorisation(HEADER, List.of(ROW, ROW)).write(file, LATE, heard::add);
        assertThat(places())
                .containsExactly(
                        "ma.csv WARNING FILE_NAME_FORMAT",
                        "ma.csv:4: field 4 (Migration Week) WARNING SUBMISSION_LATE",
                        "ma.csv:5: field 1 (MPAN) WARNING MPXN_DUPLICATE");
        assertThat(written.warnings()).isEqualTo(3);
        assertThat(MigrationAuthorisation.validate(file, LATE).warnings()).isEqualTo(3);
    }

    @Test
    void documentWithAnErrorReportsNothingToTheListener() {
        MigrationAuthorisation document = new MigrationAuthorisation(HEADER, List.of(ROW, ROW, BAD));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> document.write(new ByteArrayOutputStream(), LATE, heard::add))
                .satisfies(refusal -> assertThat(refusal.report().warnings()).isEqualTo(2));
        assertThat(heard).isEmpty();
    }

    @Test
    void refusedRowIsReportedOnItsOwnAndIsNotADuplicateOfALaterRow() throws IOException {
        WrittenFile written;
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        new ByteArrayOutputStream(), HEADER, LATE, heard::add)
                .with(ContentDigest.NONE)) {
            writer.write(ROW);
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> writer.write(BAD))
                    .satisfies(refusal -> assertThat(refusal.report().counts())
                            .containsOnlyKeys(Rule.MIGRATION_WEEK_MISSING, Rule.CERTIFICATE_MISSING));
            writer.write(Unnamed.parse(Lines.file(Lines.electricity().with(1, Lines.OTHER_MPAN)))
                    .rows()
                    .get(0));
            written = writer.finish();
        }
        assertThat(places()).containsExactly("stream:4: field 4 (Migration Week) WARNING SUBMISSION_LATE");
        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.warnings()).isEqualTo(1);
    }

    @Test
    void otherMeterPointOfARefusedRowMayBeInALaterRow() throws IOException {
        ValidationOptions strict = ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        MigrationAuthorisationRow both = row(Lines.dualFuel());
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        new ByteArrayOutputStream(), HEADER, strict, heard::add)
                .with(ContentDigest.NONE)) {
            writer.write(both);
            MigrationAuthorisationRow wrong = row(Lines.dualFuel().with(1, Lines.OTHER_MPAN));
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> writer.write(wrong))
                    .satisfies(refusal -> assertThat(refusal.report().counts()).containsOnlyKeys(Rule.MPXN_DUPLICATE));
            writer.write(row(Lines.electricity().with(1, Lines.OTHER_MPAN)));
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> writer.write(both));
            assertThat(writer.finish().rows()).isEqualTo(2);
        }
        assertThat(heard).isEmpty();
    }

    private static MigrationAuthorisationRow row(Lines.Row line) {
        return Unnamed.parse(Lines.file(line)).rows().get(0);
    }

    @Test
    void mixedWeeksAndMissingRowsAreReportedAtTheEnd() throws IOException {
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        new ByteArrayOutputStream(), HEADER, ValidationOptions.defaults(), heard::add)
                .with(ContentDigest.NONE)) {
            writer.write(ROW);
            writer.write(Unnamed.parse(Lines.file(
                            Lines.electricity().with(1, Lines.OTHER_MPAN).with(4, "20190812")))
                    .rows()
                    .get(0));
            assertThat(heard).isEmpty();
            assertThat(writer.finish().warnings()).isEqualTo(1);
        }
        WrittenFile empty =
                new MigrationAuthorisation(HEADER, List.of()).write(new ByteArrayOutputStream(), LATE, heard::add);
        assertThat(places())
                .containsExactly(
                        "stream:5: field 4 (Migration Week) WARNING MIGRATION_WEEKS_MIXED", "stream WARNING NO_ROWS");
        assertThat(empty.warnings()).isEqualTo(1);
    }

    @Test
    void findingAtTheEndRefusesTheFileIfTheOptionsMakeItAnError() throws IOException {
        ValidationOptions strict = ValidationOptions.defaults().with(Rule.MIGRATION_WEEKS_MIXED, Severity.ERROR);
        Path file = folder.resolve("ma.csv");
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(file, HEADER, strict, heard::add).with(ContentDigest.NONE)) {
            writer.write(ROW);
            writer.write(Unnamed.parse(Lines.file(
                            Lines.electricity().with(1, Lines.OTHER_MPAN).with(4, "20190812")))
                    .rows()
                    .get(0));
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(writer::finish);
        }
        assertThat(Files.notExists(file)).isTrue();
    }

    @Test
    void splitWriterReportsTheFileOfEachWarningAndCountsByFile() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC);
        Map<MigrationAuthorisationFileName, WrittenFile> written;
        try (SmsoSplitWriter writer =
                SmsoSplitWriter.create(folder, USER_ID, true, clock, ValidationOptions.defaults(), heard::add)) {
            writer.write(Smso.CGI, ROW);
            writer.write(Smso.SCM, ROW);
            writer.write(Smso.SCM, ROW);
            written = writer.finish();
        }
        assertThat(places())
                .containsExactly(
                        "MA_SCM_" + Lines.USER_ID + "_20190731_090000.csv:5: field 1 (MPAN) WARNING MPXN_DUPLICATE");
        assertThat(written.values()).extracting(WrittenFile::warnings).containsExactly(0L, 1L);
    }

    @Property(tries = 300)
    void listenerReceivesTheFindingsOfACheckOfTheDocument(@ForAll("documents") MigrationAuthorisation document)
            throws IOException {
        ValidationOptions options = ValidationOptions.defaults().named("ma.csv");
        List<Finding> found = new ArrayList<>();
        WrittenFile written = document.write(new ByteArrayOutputStream(), options, found::add);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(document.check(options).findings());
        assertThat(written.warnings()).isEqualTo(document.check(options).warnings());
    }

    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return Documents.usual();
    }
}
