package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** {@link Documents} in a program that has this module, but not the module for workbooks. */
class WithoutWorkbooksTest {
    static final byte[] ZIP = HexFormat.of().parseHex("504b0304140000000800");

    @Test
    void onlyTheMigrationAuthorisationIsRead() {
        assertThat(Documents.kinds()).containsExactly(DocumentKind.MIGRATION_AUTHORISATION);
        assertThat(Documents.headerFields(DocumentKind.MIGRATION_AUTHORISATION))
                .isEqualTo(MigrationAuthorisation.headerFields());
        assertThat(Documents.fields(DocumentKind.MIGRATION_AUTHORISATION)).isEqualTo(MigrationAuthorisation.fields());
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.fields(DocumentKind.MIGRATION_SCHEDULE))
                .withMessageEndingWith("add uk.smets.mam:mam-xlsx");
    }

    @Test
    void workbookIsOneFindingThatNamesTheMissingModule() throws IOException {
        ValidationOptions options =
                ValidationOptions.defaults().without(Rule.NOT_A_DOCUMENT).named("upload");
        assertThat(Documents.validate(Input.of(ZIP, "Migration-Schedule.xlsx"), options))
                .isEqualTo(new ValidationReport(
                        DocumentKind.MIGRATION_SCHEDULE,
                        Optional.empty(),
                        0,
                        Map.of(Rule.NOT_A_DOCUMENT, Map.of(Severity.ERROR, 1L)),
                        0,
                        List.of(new Finding(
                                Rule.NOT_A_DOCUMENT,
                                Severity.ERROR,
                                new Location.WholeFile("upload"),
                                Optional.empty(),
                                MessageListing.pinned(
                                        Rule.NOT_A_DOCUMENT, "workbook without the module for workbooks")))));
        assertThat(Documents.kindOf(Input.of(ZIP, "Migration-Schedule.xlsx"))).isEmpty();
    }

    @Test
    void archiveIsReportedAsSuchWithoutTheModule() throws IOException {
        assertThat(Documents.validate(Input.of(ZIP, "MA_CGI.zip")).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.NOT_A_DOCUMENT);
                    assertThat(finding.message()).isEqualTo(MessageListing.pinned(Rule.NOT_A_DOCUMENT, "ZIP archive"));
                });
    }

    @Test
    void textWithAHeaderIsAMigrationAuthorisationWithAnyName() throws IOException {
        assertThat(Documents.kindOf(Input.of(text("70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n"), "upload.bin")))
                .contains(DocumentKind.MIGRATION_AUTHORISATION);
        assertThat(Documents.kindOf(
                        Input.of(text("\uFEFFTitle\r\n70-b3-d5-1f-30-00-a0-01,,\r\nyes,,\r\ncgi,,\r\n"), "upload")))
                .contains(DocumentKind.MIGRATION_AUTHORISATION);
    }

    @Test
    void textWithADamagedHeaderIsAMigrationAuthorisationIfItIsNamedAsCsv() throws IOException {
        byte[] damaged = text("70-B3-D5-1F-30-00-A0\nYES\nCGI\n");
        assertThat(Documents.kindOf(Input.of(damaged, "ma.CSV"))).contains(DocumentKind.MIGRATION_AUTHORISATION);
        assertThat(Documents.kindOf(Input.of(damaged, "ma.txt"))).isEmpty();
    }

    @Test
    void emptyFileAndTextOfAnotherKindContainNoDocument() throws IOException {
        assertThat(Documents.kindOf(Input.of(new byte[0], "ma.csv"))).isEmpty();
        assertThat(Documents.kindOf(Input.of(text("<!DOCTYPE html>\n<html>\n"), "ma.csv")))
                .isEmpty();
        assertThat(Documents.kindOf(Input.of(text("MPAN,MPRN\n"), "ma.csv"))).isEmpty();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
