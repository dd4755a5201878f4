package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Positions of header and body, which the MAM does not define (section 5 of our interpretation). */
class LayoutTest {
    private static final NotificationHeader HEADER = new NotificationHeader(
            "Example Energy Supply Ltd",
            List.of(SecPartySignifier.of("EXSUPP"), SecPartySignifier.of("EXGASS")),
            List.of(MarketParticipantId.of("EXPL"), MarketParticipantId.of("EXG")),
            Smso.NPW);

    private static final MigrationScheduleRow ROW =
            parse(Notices.schedule(BodyRow.ofSchedule())).rows().get(0);

    private static MigrationSchedule parse(Grid... sheets) {
        try {
            return MigrationSchedule.parse(Input.of(GridWorkbook.of(sheets).bytes(), "stream"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Grid bodyAlone(String name) {
        return Notices.body(new Grid(name), MigrationSchedule.fields(), 1, BodyRow.ofSchedule());
    }

    private static void assertIsRead(Grid... sheets) throws IOException {
        ValidationReport report =
                MigrationSchedule.validate(Input.of(GridWorkbook.of(sheets).bytes(), "stream"));
        assertThat(Notices.found(report)).isEmpty();
        assertThat(report.header()).contains(HEADER);
        assertThat(parse(sheets).rows()).containsExactly(ROW);
    }

    /** The standard body from row 20 on, below a header in another form. */
    private static Grid below(UnaryOperator<Grid> header) {
        return Notices.body(
                header.apply(new Grid(Notices.SHEET)), MigrationSchedule.fields(), 20, BodyRow.ofSchedule());
    }

    @Test
    void valuesMayBeAtAnyDistanceToTheRightOfTheirLabels() throws IOException {
        assertIsRead(below(sheet -> sheet.put("B2", "Name")
                .put("F2", "Example Energy Supply Ltd")
                .put("C4", "SEC Party Signifier")
                .put("D4", "EXSUPP,EXGASS")
                .put("A5", "Market Participant ID")
                .put("C5", "EXPL,EXG")
                .put("B9", "SMSO")
                .put("Z9", "NPW")));
    }

    @Test
    void valuesMayBeBelowTheirLabels() throws IOException {
        assertIsRead(below(sheet -> sheet.put("A1", "Name")
                .put("B1", "SEC Party Signifier")
                .put("C1", "Market Participant ID")
                .put("D1", "SMSO")
                .put("A2", "Example Energy Supply Ltd")
                .put("B2", "EXSUPP, EXGASS")
                .put("C2", "EXPL , EXG")
                .put("D4", "NPW")));
    }

    @Test
    void listsMaySpanSeveralCells() throws IOException {
        assertIsRead(below(sheet -> sheet.put("A1", "Name")
                .put("B1", "Example Energy Supply Ltd")
                .put("A2", "SEC Party Signifiers")
                .put("B2", "EXSUPP")
                .put("C2", "EXGASS")
                .put("A3", "Market Participant IDs:")
                .put("B3", "EXPL")
                .put("D3", "EXG")
                .put("A4", "SMSO")
                .put("B4", "NPW")
                .put("C4", "one of the seven codes")));
        assertIsRead(below(sheet -> sheet.put("A1", "SEC Party Signifier")
                .put("A2", "EXSUPP")
                .put("A3", "EXGASS")
                .put("C1", "Market Participant ID")
                .put("C2", "EXPL,EXG")
                .put("E1", "SMSO")
                .put("E2", "NPW")
                .put("A5", "Name")
                .put("B5", "Example Energy Supply Ltd")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SEC PARTY SIGNIFIER", " sec  party\nsignifier ", "SEC Party Signifier:", "Sec-Party-Signifier *"
            })
    void labelIsRecognisedInAnyCaseAndSpacing(String label) throws IOException {
        assertIsRead(Notices.schedule(BodyRow.ofSchedule()).put("A2", label));
    }

    @Test
    void headerAndBodyMayBeOnDifferentSheets() throws IOException {
        assertIsRead(new Grid("Guidance").put("A1", "Fill the yellow fields."), Notices.header(), bodyAlone("Body"));
        assertIsRead(bodyAlone("Body"), Notices.header());
    }

    @Test
    void headerMayBeBesideOrBelowTheBody() throws IOException {
        Grid beside = bodyAlone(Notices.SHEET);
        Grid below = bodyAlone(Notices.SHEET);
        for (DocumentField field : MigrationSchedule.headerFields()) {
            String value = Notices.HEADER.get(field.number() - 1);
            beside.put(40, field.number(), CellXml.text(field.name()));
            beside.put(41, field.number(), CellXml.text(value));
            below.put(1, 10 + field.number(), CellXml.text(field.name()));
            below.put(2, 10 + field.number(), CellXml.text(value));
        }
        assertIsRead(beside);
        assertIsRead(below);
    }

    @Test
    void sheetThatOnlyDescribesTheHeaderIsNotTreatedAsTheHeader() throws IOException {
        assertIsRead(
                new Grid("Fields")
                        .put("A1", "Name")
                        .put("B1", "Mandatory")
                        .put("A2", "SEC Party Signifier")
                        .put("B2", "Mandatory")
                        .put("A3", "Market Participant ID")
                        .put("B3", "Mandatory")
                        .put("A4", "SMSO")
                        .put("B4", "Mandatory"),
                Notices.schedule(BodyRow.ofSchedule()));
        assertIsRead(
                new Grid("Lists").put("A1", "SMSO").put("A2", "BRG").put("A3", "CGI"),
                Notices.schedule(BodyRow.ofSchedule()));
    }

    @Test
    void columnsMayBeInAnyOrderAndPosition() throws IOException {
        Grid sheet = Notices.header();
        List<DocumentField> fields = MigrationSchedule.fields();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(fields.size() - 1 - i).name();
            sheet.put(4 + 2 * i, 9, CellXml.shared(name));
            CellXml cell = BodyRow.ofSchedule().cells().get(name);
            if (cell != null) {
                sheet.put(4 + 2 * i, 10, cell);
            }
        }
        assertIsRead(sheet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ESME Supplier Certificate Id (Non-Critical) - Serial Number",
                "esme supplier certificate id (non\u2011critical)\u2014serial number",
                "ESME Supplier Certificate ID\n(Non-Critical) \u2013\nSerial Number",
                "  ESME  Supplier Certificate Id (Non Critical) \u2212 Serial\tNumber  ",
                "esmeSupplierNonCriticalSerialNumber",
            })
    void headingIsRecognisedInAnyCaseSpacingAndDashes(String heading) throws IOException {
        Grid sheet = Notices.schedule(BodyRow.ofResponse()).put("T6", heading);
        assertThat(Notices.foundIn(sheet)).isEmpty();
        assertThat(parse(sheet).rows().get(0).certificateIds().esmeSupplier().nonCritical())
                .isPresent();
    }

    @Test
    void headingMayEndInARemarkInBrackets() throws IOException {
        assertIsRead(Notices.schedule(BodyRow.ofSchedule())
                .put("A6", "MPAN *")
                .put("C6", "Not before (DD/MM/YYYY)")
                .put("Q6", "Priority\n(Y or empty)"));
    }

    @Test
    void firmwareMayBeSpeltOutInHeadings() throws IOException {
        Grid sheet = Notices.firmware(BodyRow.ofFirmware())
                .put("H6", "CH Existing Firmware")
                .put("I6", "CH Target Firmware Version");
        assertThat(Notices.foundInFirmware(sheet)).isEmpty();
        assertThat(FirmwareUpgradeNotification.parse(
                                Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                        .rows()
                        .get(0)
                        .ch()
                        .targetFirmware())
                .contains("1.2.0");
    }

    @Test
    void headingsMayBeInTwoRowsWithGroupsInTheUpperOne() throws IOException {
        Grid sheet = Notices.header()
                .put("A6", "MPAN")
                .put("B6", "MPRN")
                .put("C6", "Not Before")
                .put("D6", "Not After");
        List<String> devices = List.of("CH", "ESME", "GSME", "PPMID");
        List<String> parts = List.of("Serial Number", "Manufacturer", "Model", "Existing FW", "Target FW");
        BodyRow row = BodyRow.ofFirmware();
        for (int device = 0; device < devices.size(); device++) {
            sheet.put(5 + 5 * device, 6, CellXml.text(devices.get(device)));
            for (int part = 0; part < parts.size(); part++) {
                sheet.put(5 + 5 * device + part, 7, CellXml.text(parts.get(part)));
                sheet.put(5 + 5 * device + part, 8, row.cells().get(devices.get(device) + " " + parts.get(part)));
            }
        }
        for (int column = 1; column <= 4; column++) {
            String name = FirmwareUpgradeNotification.fields().get(column - 1).name();
            sheet.put(column, 8, row.cells().get(name));
        }
        assertThat(Notices.foundInFirmware(sheet)).isEmpty();
        assertThat(FirmwareUpgradeNotification.parse(
                                Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                        .rows())
                .isEqualTo(FirmwareUpgradeNotification.parse(
                                Input.of(GridWorkbook.of(Notices.firmware(row)).bytes(), "stream"))
                        .rows());
    }

    @Test
    void groupHeadingMayNameTheAttributeThatDevicesShare() throws IOException {
        Grid sheet = Notices.schedule();
        List<String> devices = List.of("CHF", "GPF", "ESME", "GSME", "IHD", "PPMID", "CAD");
        sheet.put("E6", "Device IDs");
        for (int i = 0; i < devices.size(); i++) {
            sheet.put(5 + i, 7, CellXml.text(devices.get(i)));
            if (i > 0) {
                sheet.put(5 + i, 6, CellXml.text(""));
            }
        }
        for (DocumentField field : MigrationSchedule.fields()) {
            CellXml cell = BodyRow.ofSchedule().cells().get(field.name());
            if (cell != null) {
                sheet.put(field.number(), 8, cell);
            }
        }
        assertIsRead(sheet);
    }

    @Test
    void bodyWithoutHeadingsIsReadInTheOrderOfTheMam() throws IOException {
        Grid sheet = Notices.header();
        for (DocumentField field : MigrationSchedule.fields()) {
            CellXml cell = BodyRow.ofSchedule().cells().get(field.name());
            if (cell != null) {
                sheet.put(2 + field.number(), 8, cell);
            }
        }
        assertIsRead(sheet);
    }

    @Test
    void firmwareNotificationWithoutHeadingsIsRead() throws IOException {
        Grid sheet = Notices.header();
        BodyRow row =
                BodyRow.ofFirmware().without("MPAN").with("Not After", CellXml.number("43718", GridWorkbook.DATE));
        for (DocumentField field : FirmwareUpgradeNotification.fields()) {
            CellXml cell = row.cells().get(field.name());
            if (cell != null) {
                sheet.put(field.number(), 7, cell);
            }
        }
        assertThat(Notices.foundInFirmware(sheet)).isEmpty();
        assertThat(FirmwareUpgradeNotification.parse(
                                Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                        .rows())
                .isEqualTo(FirmwareUpgradeNotification.parse(
                                Input.of(GridWorkbook.of(Notices.firmware(row)).bytes(), "stream"))
                        .rows());
    }

    @Test
    void emptyAndOnlyFormattedRowsAreIgnored() throws IOException {
        Grid sheet = Notices.schedule(BodyRow.ofSchedule())
                .put("A8", CellXml.empty())
                .put("B9", CellXml.text(""))
                .put("AZ10", "a note beside the table")
                .put("A12", CellXml.text("2012345678385"))
                .put("C12", "02/09/2019")
                .put("D12", "02/09/2019")
                .put("E12", "70B3D51F5A2CD0A0");
        assertThat(Notices.foundIn(sheet)).containsExactly("AZ10 WARNING COLUMN_UNKNOWN");
        assertThat(parse(sheet).rows()).hasSize(2);
    }

    @Test
    void undefinedHeadingIsAWarningAndItsColumnIsIgnored() throws IOException {
        Grid sheet =
                Notices.schedule(BodyRow.ofSchedule()).put("AL6", "Postcode").put("AL7", "AB1 2CD");
        Finding finding = MigrationSchedule.validate(
                        Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                .findings()
                .get(0);
        assertThat(Notices.describe(finding)).isEqualTo("AL6 WARNING COLUMN_UNKNOWN");
        assertThat(finding.found()).contains("Postcode");
        assertThat(parse(sheet).rows()).containsExactly(ROW);
    }

    @Test
    void twoColumnsWithOneHeadingAreAnError() throws IOException {
        Grid sheet = Notices.schedule(BodyRow.ofSchedule()).put("AL6", "mpan");
        Finding finding = MigrationSchedule.validate(
                        Input.of(GridWorkbook.of(sheet).bytes(), "stream"))
                .findings()
                .get(0);
        assertThat(Notices.describe(finding)).isEqualTo("AL6 ERROR COLUMN_UNKNOWN");
        assertThat(finding.message())
                .isEqualTo(MessageListing.pinned(Rule.COLUMN_UNKNOWN, "two columns with the heading MPAN"))
                .contains("AL");
        assertThat(Notices.foundIn(Notices.schedule(BodyRow.ofSchedule())
                        .put("AL6", "Postcode")
                        .put("AM6", "POSTCODE")))
                .containsExactly("AL6 WARNING COLUMN_UNKNOWN", "AM6 ERROR COLUMN_UNKNOWN");
    }

    @Test
    void absentMandatoryColumnIsOneErrorAndNotOnePerRow() throws IOException {
        List<DocumentField> fields = MigrationSchedule.fields().stream()
                .filter(field -> !field.name().equals("Not after"))
                .toList();
        ValidationReport report = MigrationSchedule.validate(Input.of(
                GridWorkbook.of(Notices.body(Notices.header(), fields, 6, BodyRow.ofSchedule(), BodyRow.ofFirmware()))
                        .bytes(),
                "stream"));
        assertThat(Notices.found(report))
                .contains("Schedule ERROR COLUMN_MISSING")
                .noneMatch(finding -> finding.endsWith("NOT_AFTER_MISSING"));
        assertThat(report.findings().get(0).message()).contains("Not after");
    }

    @Test
    void absentOptionalColumnsAreOneWarning() throws IOException {
        List<DocumentField> fields = MigrationSchedule.fields().stream()
                .filter(field -> field.number() <= 5)
                .toList();
        ValidationReport report = MigrationSchedule.validate(Input.of(
                GridWorkbook.of(Notices.body(Notices.header(), fields, 6, BodyRow.ofSchedule()))
                        .bytes(),
                "stream"));
        assertThat(Notices.found(report)).containsExactly("Schedule WARNING COLUMN_MISSING");
        assertThat(report.findings().get(0).message()).contains("GPF Device ID, ESME Device ID", "Priority");
        assertThat(report.rows()).isEqualTo(1);
    }

    @Test
    void otherNotificationIsReportedAsThatNotification() throws IOException {
        ValidationReport report = MigrationSchedule.validate(
                Input.of(GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware())).bytes(), "stream"));
        assertThat(Notices.found(report)).containsExactly("file ERROR SHEET_MISSING");
        assertThat(report.findings().get(0).message())
                .isEqualTo(MessageListing.pinned(Rule.SHEET_MISSING, "firmware notification read as a schedule"));
        assertThat(Notices.foundInFirmware(Notices.schedule(BodyRow.ofSchedule())))
                .containsExactly("file ERROR SHEET_MISSING");
    }

    @Test
    void workbookWithoutABodyIsAnError() throws IOException {
        ValidationReport report = MigrationSchedule.validate(Input.of(
                GridWorkbook.of(Notices.header(), new Grid("Notes").put("A1", "nothing here"))
                        .bytes(),
                "stream"));
        assertThat(Notices.found(report)).containsExactly("file ERROR SHEET_MISSING");
        assertThat(report.findings().get(0).message())
                .isEqualTo(MessageListing.pinned(Rule.SHEET_MISSING, "schedule without a body"));
    }

    @Test
    void headingsWithoutRowsAreAWarning() throws IOException {
        assertThat(Notices.foundIn(Notices.schedule())).containsExactly("Schedule WARNING NO_ROWS");
        assertThat(parse(Notices.schedule()).rows()).isEmpty();
    }

    @Test
    void cellReferencesMayBeOmittedWhereNoCellIsSkipped() throws IOException {
        Grid sheet = new Grid(Notices.SHEET);
        for (int i = 1; i <= 4; i++) {
            sheet.put(
                    1,
                    i,
                    CellXml.text(MigrationSchedule.headerFields().get(i - 1).name()));
            sheet.put(2, i, CellXml.text(Notices.HEADER.get(i - 1)));
        }
        List<DocumentField> fields = MigrationSchedule.fields();
        for (DocumentField field : fields) {
            sheet.put(field.number(), 5, CellXml.text(field.name()));
            CellXml cell = BodyRow.ofSchedule().cells().get(field.name());
            sheet.put(field.number(), 6, cell == null ? CellXml.empty() : cell);
        }
        assertIsRead(sheet.withoutReferences());
    }

    @Test
    void valuesInAColumnWithoutAHeadingAreReportedOnce() throws IOException {
        assertThat(Notices.foundIn(Notices.schedule(
                                BodyRow.ofSchedule(),
                                BodyRow.ofSchedule()
                                        .with("MPAN", "2012345678385")
                                        .with("MPRN", "1234567810"))
                        .put("AM7", CellXml.shared("a note"))
                        .put("AM8", "another")
                        .put("AO8", CellXml.number("0"))
                        .put("AP7", CellXml.empty())
                        .put("AP8", CellXml.text(" "))
                        .put("AQ7", CellXml.raw("", "<f>A7</f>"))))
                .containsExactly(
                        "AM7 WARNING COLUMN_UNKNOWN", "AQ7 WARNING COLUMN_UNKNOWN", "AO8 WARNING COLUMN_UNKNOWN");
    }

    @Test
    void valuesUnderAnUndefinedHeadingAreReportedAtTheHeading() throws IOException {
        assertThat(Notices.foundIn(Notices.schedule(BodyRow.ofSchedule())
                        .put("AM6", "Notes")
                        .put("AM7", "a note")))
                .containsExactly("AM6 WARNING COLUMN_UNKNOWN");
    }

    @Test
    void headingsWithoutLatinLettersAreDistinguished() throws IOException {
        assertThat(Notices.foundIn(Notices.schedule(BodyRow.ofSchedule())
                        .put("AM6", "\u03a9")
                        .put("AN6", "\u0394")
                        .put("AO6", "#")
                        .put("AP6", "\u03a9")))
                .containsExactly(
                        "AM6 WARNING COLUMN_UNKNOWN",
                        "AN6 WARNING COLUMN_UNKNOWN",
                        "AO6 WARNING COLUMN_UNKNOWN",
                        "AP6 ERROR COLUMN_UNKNOWN");
    }
}
