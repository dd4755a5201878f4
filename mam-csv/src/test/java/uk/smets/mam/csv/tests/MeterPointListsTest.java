package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.MigrationAuthorisationRepair;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Checks against the caller's lists of meter points, and for duplicates between documents. */
class MeterPointListsTest {
    private static final MeterPointList NOTHING = MeterPointList.builder().build();
    private static final MeterPointList BOTH = MeterPointList.builder()
            .add(Mpan.of("1312345678907"))
            .add(Mprn.of("3938424403"))
            .build();

    @TempDir
    private Path folder;

    @Test
    void dormantMeterPointIsAnError() {
        ValidationOptions options = ValidationOptions.defaults()
                .dormant(MeterPointList.builder()
                        .add(Mprn.of("3938424403"))
                        .add(Mpan.of("2012345678385"))
                        .build());

        assertThat(Lines.found(Lines.file(Lines.dualFuel(), Lines.electricity().with(1, Lines.OTHER_MPAN)), options))
                .containsExactly("4:2 ERROR METER_POINT_DORMANT", "5:1 ERROR METER_POINT_DORMANT");
        assertThat(Lines.found(
                        Lines.file(Lines.dualFuel()),
                        ValidationOptions.defaults().dormant(NOTHING)))
                .isEmpty();
    }

    @Test
    void meterPointThatIsNotActiveIsAnError() {
        assertThat(Lines.found(
                        Lines.file(Lines.dualFuel()),
                        ValidationOptions.defaults().active(BOTH)))
                .isEmpty();
        assertThat(Lines.found(
                        Lines.file(Lines.dualFuel()),
                        ValidationOptions.defaults().active(NOTHING)))
                .containsExactly("4:1 ERROR METER_POINT_NOT_ACTIVE", "4:2 ERROR METER_POINT_NOT_ACTIVE");
    }

    @Test
    void meterPointOnTheDormantListAndNotOnTheActiveListIsReportedOnceAsDormant() {
        assertThat(Lines.found(
                        Lines.file(Lines.gas()),
                        ValidationOptions.defaults().dormant(BOTH).active(NOTHING)))
                .containsExactly("4:2 ERROR METER_POINT_DORMANT");
    }

    @Test
    void messageNamesTheFieldToOmit() {
        ValidationReport report = Unnamed.validate(
                Lines.file(Lines.dualFuel()), ValidationOptions.defaults().dormant(BOTH));

        assertThat(report.findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        mpan -> assertThat(mpan).contains("MPAN").doesNotContain("MPRN"),
                        mprn -> assertThat(mprn).contains("MPRN").doesNotContain("MPAN"));
    }

    @Test
    void writtenAndRepairedDocumentsAreComparedWithTheLists() throws IOException {
        ValidationOptions options = ValidationOptions.defaults().dormant(BOTH);
        MigrationAuthorisation document = Unnamed.parse(Lines.file(Lines.dualFuel()));

        assertThat(Lines.found(document.check(options)))
                .containsExactly("4:1 ERROR METER_POINT_DORMANT", "4:2 ERROR METER_POINT_DORMANT");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> document.write(new ByteArrayOutputStream(), options));
        Path damaged = Files.write(folder.resolve("damaged.csv"), Lines.file(Lines.dualFuel()));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationAuthorisationRepair.repair(damaged, options))
                .satisfies(refusal -> assertThat(refusal.report().count(Rule.METER_POINT_DORMANT))
                        .isEqualTo(2));
    }

    @Test
    void duplicateOfAnotherDocumentNamesThatDocumentAndItsLine() throws IOException {
        Path first = Files.write(folder.resolve("a.csv"), Lines.file(Lines.electricity(), Lines.gas()));
        Path second = Files.write(folder.resolve("b.csv"), Lines.file(Lines.dualFuel(), Lines.gas()));
        ValidationOptions options =
                ValidationOptions.defaults().without(Rule.FILE_NAME_FORMAT).seenMeterPoints(SeenMeterPoints.none());

        assertThat(MigrationAuthorisation.validate(first, options).findings()).isEmpty();
        List<Finding> findings =
                MigrationAuthorisation.validate(second, options).findings();

        assertThat(findings)
                .extracting(Places::describe)
                .containsExactly(
                        "4:1 WARNING MPXN_DUPLICATE", "4:2 WARNING MPXN_DUPLICATE", "5:2 WARNING MPXN_DUPLICATE");
        assertThat(findings).allMatch(finding -> finding.at().file().equals("b.csv"));
        assertThat(findings)
                .extracting(Finding::message)
                .satisfiesExactly(
                        mpan -> assertThat(mpan).contains("MPAN", "line 4 of a.csv:"),
                        mprn -> assertThat(mprn).contains("MPRN", "line 5 of a.csv:"),
                        mprn -> assertThat(mprn).contains("MPRN", "line 5 of a.csv:"));
    }

    @Test
    void duplicateInTheSameDocumentNamesTheLineOnly() {
        ValidationOptions options = ValidationOptions.defaults().seenMeterPoints(SeenMeterPoints.none());

        assertThat(Lines.onlyMessage(Unnamed.validate(Lines.file(Lines.gas(), Lines.gas()), options)))
                .isEqualTo(MessageListing.pinned(Rule.MPXN_DUPLICATE, "MPRN of an earlier line"))
                .contains("line 4:");
    }

    @Test
    void documentsAreCheckedSeparatelyByDefault() {
        byte[] file = Lines.file(Lines.gas());

        assertThat(Lines.found(file)).isEmpty();
        assertThat(Lines.found(file)).isEmpty();
    }
}
