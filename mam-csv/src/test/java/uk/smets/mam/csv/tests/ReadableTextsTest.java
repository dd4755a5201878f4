package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Documents and results print short, without meter points; options print what was chosen; nulls are named. */
class ReadableTextsTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);
    private static final String HEADER_TEXT =
            "MigrationAuthorisationHeader[userId=70-B3-D5-1F-30-00-A0-01, commissionedByDcc=true, smso=CGI]";

    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final MigrationAuthorisation DOCUMENT = new MigrationAuthorisation(
            HEADER,
            List.of(MigrationAuthorisationRow.electricity(MPAN)
                    .migrationWeek(MigrationWeek.of(LocalDate.of(2019, 8, 5)))
                    .build()));

    private static final ValidationReport REPORT =
            new ValidationReport(DocumentKind.MIGRATION_AUTHORISATION, Optional.of(HEADER), 1, Map.of(), 0, List.of());

    @Test
    void documentPrintsItsHeaderAndItsNumberOfRows() {
        assertThat(DOCUMENT).hasToString("MigrationAuthorisation[" + HEADER_TEXT + ", 1 rows]");
    }

    @Test
    void resultsPrintNumbersAndPlaces() {
        assertThat(new ConvertedDocument(DOCUMENT, List.of(), REPORT))
                .hasToString("ConvertedDocument[MigrationAuthorisation[" + HEADER_TEXT + ", 1 rows], 0 changes, "
                        + "ValidationReport[MIGRATION_AUTHORISATION, 1 rows, 0 errors, 0 warnings]]");
        assertThat(new ReconciledMeterPoint(
                        ReconciledMeterPoint.Status.REJECTED,
                        Optional.of(MPAN),
                        Optional.empty(),
                        Optional.of(new Location.Line("ma.csv", 4)),
                        List.of(new Location.Line("r.csv", 2)),
                        Optional.empty(),
                        Optional.of("not Active")))
                .hasToString("ReconciledMeterPoint[REJECTED, sent in ma.csv:4, answered in [r.csv:2]]");
        assertThat(new ExtractRecords.Line(4, List.of("1312345678907", ""), Optional.empty()))
                .hasToString("Line[4, 2 fields]");
    }

    @Test
    void optionsPrintWhatWasChosen() {
        ValidationOptions options = ValidationOptions.defaults().without(Rule.MPAN_DISTRIBUTOR);
        assertThat(ExtractImport.of(HEADER).options(options))
                .hasToString("ExtractImport[" + HEADER_TEXT + ", ValidationOptions[MPAN_DISTRIBUTOR=off]]");
        assertThat(ValidationResponses.defaults().accepted(List.of("Y")))
                .asString()
                .startsWith("ValidationResponses[{accepted=ACCEPTED, ")
                .contains("y=ACCEPTED")
                .endsWith(", ValidationOptions[defaults]]");
    }

    @Test
    void nullElementsAreReportedByTheNameOfTheArgument() {
        ValidationResponses responses = ValidationResponses.defaults();
        assertThatNullPointerException()
                .isThrownBy(() -> new MigrationAuthorisation(HEADER, Collections.singletonList(null)))
                .withMessage("an element of rows");
        assertThatNullPointerException()
                .isThrownBy(() -> new ConvertedDocument(DOCUMENT, Collections.singletonList(null), REPORT))
                .withMessage("an element of changes");
        assertThatNullPointerException()
                .isThrownBy(() -> new ExtractRecords.Line(1, Collections.singletonList(null), Optional.empty()))
                .withMessage("an element of fields");
        assertThatNullPointerException()
                .isThrownBy(() -> responses.rejected(Collections.singleton(null)))
                .withMessage("an element of more");
        assertThatNullPointerException()
                .isThrownBy(() -> responses.mapping(Collections.singletonMap("a", null)))
                .withMessage("an element of headingToField");
        assertThatNullPointerException()
                .isThrownBy(() -> ExtractImport.of(HEADER).mapping(Collections.singletonMap(null, "MPAN")))
                .withMessage("an element of headingToField");
        assertThatNullPointerException()
                .isThrownBy(() -> responses.reconcile(Collections.singletonList(null), Input.of(new byte[0], "r")))
                .withMessage("an element of sent");
        assertThatNullPointerException()
                .isThrownBy(() -> responses.reconcile(List.of(), (Input) null))
                .withMessage("responses");
    }
}
