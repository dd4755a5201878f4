package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentFormat;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The front door of a program that has this module, but none that reads the Migration Authorisation. */
class WithoutCsvTest {
    @Test
    void onlyTheTwoNotificationsAreRead() {
        assertThat(Documents.kinds())
                .containsExactly(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION, DocumentKind.MIGRATION_SCHEDULE);
        assertThat(Documents.fields(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION))
                .isEqualTo(FirmwareUpgradeNotification.fields());
        assertThat(Documents.headerFields(DocumentKind.MIGRATION_SCHEDULE)).isEqualTo(MigrationSchedule.headerFields());
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.headerFields(DocumentKind.MIGRATION_AUTHORISATION))
                .withMessageEndingWith("add uk.smets.mam:mam-csv");
    }

    @Test
    void textIsOneFindingThatNamesTheMissingModule() throws IOException {
        Input text = Input.of("70-B3-D5-1F-30-00-A0-01\n".getBytes(StandardCharsets.US_ASCII), "ma.csv");
        ValidationReport report = Documents.validate(text);
        assertThat(report.document()).isEqualTo(DocumentKind.MIGRATION_AUTHORISATION);
        assertThat(report.findings())
                .isEqualTo(List.of(new Finding(
                        Rule.NOT_A_DOCUMENT,
                        Severity.ERROR,
                        new Location.WholeFile("ma.csv"),
                        Optional.empty(),
                        "this is not a workbook, and the module that reads such files is not installed: add "
                                + "uk.smets.mam:mam-csv")));
        assertThat(Documents.kindOf(text)).isEmpty();
    }

    @Test
    void archiveIsNamedWithoutTheModule() throws IOException {
        Input archive = Input.of(HexFormat.of().parseHex("504b0304140000000800"), "MA_CGI.zip");
        assertThat(Documents.validate(archive).findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.WORKBOOK_UNREADABLE);
    }

    @Test
    void formatHasNoFieldsOfADocumentOfAnother() {
        DocumentFormat format =
                ServiceLoader.load(DocumentFormat.class).findFirst().orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.fields(DocumentKind.MIGRATION_AUTHORISATION))
                .withMessage("kind: one of the two notifications; got MIGRATION_AUTHORISATION");
    }
}
