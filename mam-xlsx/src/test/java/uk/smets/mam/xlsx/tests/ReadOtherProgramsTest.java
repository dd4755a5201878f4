package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Workbooks of openpyxl, XlsxWriter and LibreOffice are read, with each of their cell types. */
@Tag("interop")
class ReadOtherProgramsTest {
    @TempDir
    private Path folder;

    private void runPython(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.py"), script);
        Peer.PYTHON.run(folder, List.of(file.toString()));
    }

    /** LibreOffice opens a workbook and saves it in its own folder. */
    private void resave(Path workbook) throws IOException, InterruptedException {
        Peer.LIBRE_OFFICE.run(
                folder,
                List.of(
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        Files.createDirectories(folder.resolve("saved")).toString(),
                        workbook.toString()));
    }

    private static String headings(List<DocumentField> fields) {
        return fields.stream().map(field -> "\"" + field.name() + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void openpyxlScheduleIsReadFromEveryTypeOfCell() throws Exception {
        runPython("""
            import datetime, openpyxl
            from openpyxl.comments import Comment
            from openpyxl.styles import PatternFill
            book = openpyxl.Workbook()
            notes = book.active
            notes.title = "Read me"
            notes["A1"] = "Populate the yellow fields only."
            sheet = book.create_sheet("Dormant meters & schedule")
            sheet.append([])
            for label, value in (("Name", "Example Energy"), ("SEC Party Signifier", "EXSUPP, EXGASS"),
                                 ("Market Participant ID", "EXPL, EXG"), ("SMSO", "TRL")):
                sheet.append([None, label, value])
            sheet.append([])
            sheet.append(%s)
            sheet.append(["1312345678907", 3938424403, datetime.date(2019, 9, 2), datetime.datetime(2019, 9, 8),
                          "70B3D51F5A2CD09C"] + [None] * 6 + [12345])
            sheet.append([1312345678907, "", "02/09/2019", "08/09/2019", "70-B3-D5-1F-5A-2C-D0-9D"])
            sheet["A8"].comment = Comment("a comment", "someone")
            sheet["C8"].number_format = "ddd d mmmm yyyy"
            for cell in sheet[7]:
                cell.fill = PatternFill("solid", fgColor="FFFF00")
            sheet.merge_cells("A12:E12")
            sheet.freeze_panes = "A8"
            book.save("schedule.xlsx")
            """.formatted(headings(MigrationSchedule.fields())));
        Path file = folder.resolve("schedule.xlsx");
        assertThat(Workbooks.kindOf(file)).contains(DocumentKind.MIGRATION_SCHEDULE);
        ValidationReport report = MigrationSchedule.validate(file);
        assertThat(Notices.found(report))
                .containsExactly(
                        "Dormant meters & schedule!L8 WARNING TEXT_AS_NUMBER",
                        "Dormant meters & schedule!A9 WARNING MPXN_DUPLICATE");
        MigrationSchedule schedule = MigrationSchedule.parse(file);
        assertThat(schedule.header().smso()).isEqualTo(Smso.TRL);
        assertThat(schedule.header().secPartySignifiers()).hasToString("[EXSUPP, EXGASS]");
        MigrationScheduleRow first = schedule.rows().get(0);
        assertThat(first.mpan()).contains(Mpan.of("1312345678907"));
        assertThat(first.mprn()).contains(Mprn.of("3938424403"));
        assertThat(first.notBefore()).contains(LocalDate.of(2019, 9, 2));
        assertThat(first.notAfter()).contains(LocalDate.of(2019, 9, 8));
        assertThat(first.chSerialNumber()).contains("12345");
        assertThat(schedule.rows().get(1).mprn()).isEmpty();
    }

    @Test
    void formulaWrittenByOpenpyxlHasNoValue() throws Exception {
        runPython("""
            import openpyxl
            book = openpyxl.Workbook()
            sheet = book.active
            for line in (["Name", "Example"], ["SEC Party Signifier", "EXSUPP"], ["Market Participant ID", "EXPL"],
                         ["SMSO", "TRL"], [], %s,
                         ["1312345678907", None, "02/09/2019", "08/09/2019", "70B3D51F5A2CD09C"] + [None] * 7
                         + ["=\\"E\\"&1"]):
                sheet.append(line)
            book.save("formula.xlsx")
            """.formatted(headings(MigrationSchedule.fields())));
        assertThat(Notices.found(MigrationSchedule.validate(folder.resolve("formula.xlsx"))))
                .containsExactly("Sheet!M7 ERROR FORMULA_CELL");
    }

    @Test
    void openpyxlScheduleWithThe1904DateSystemAndIsoDatesIsRead() throws Exception {
        runPython("""
            import datetime, openpyxl
            from openpyxl.utils.datetime import CALENDAR_MAC_1904
            for iso in (False, True):
                book = openpyxl.Workbook()
                book.epoch = CALENDAR_MAC_1904
                book.iso_dates = iso
                sheet = book.active
                for line in (["Name", "Example"], ["SEC Party Signifier", "EXSUPP"],
                             ["Market Participant ID", "EXPL"], ["SMSO", "TRL"], [], %s,
                             ["1312345678907", None, datetime.date(2019, 9, 2), datetime.date(2019, 9, 8),
                              "70B3D51F5A2CD09C"]):
                    sheet.append(line)
                book.save("iso.xlsx" if iso else "1904.xlsx")
            """.formatted(headings(MigrationSchedule.fields())));
        MigrationSchedule counted = MigrationSchedule.parse(folder.resolve("1904.xlsx"));
        assertThat(counted.rows().get(0).notBefore()).contains(LocalDate.of(2019, 9, 2));
        assertThat(MigrationSchedule.parse(folder.resolve("iso.xlsx"))).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "False"})
    void xlsxWriterFirmwareNotificationIsRead(String constantMemory) throws Exception {
        runPython("""
            import datetime, xlsxwriter
            book = xlsxwriter.Workbook("firmware.xlsx", {"constant_memory": %s})
            sheet = book.add_worksheet("FW upgrade")
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            bold = book.add_format({"bold": True})
            sheet.write_row(0, 0, ["Name", "SEC Party Signifier", "Market Participant ID", "SMSO"], bold)
            sheet.write_row(1, 0, ["Soci\u00e9t\u00e9 \u20ac", "EXSUPP", "EXPL,EXG", "MDS"])
            sheet.write_row(3, 1, %s, bold)
            sheet.write(4, 1, "1312345678907")
            sheet.write_datetime(4, 3, datetime.datetime(2019, 9, 2), day)
            sheet.write(4, 4, "08092019")
            sheet.write_rich_string(4, 5, "C", bold, "82", "364095")
            sheet.write(4, 6, "Acme <&> \\"Sons\\"")
            sheet.write_number(4, 8, 1.1)
            sheet.write_formula(4, 9, '="1"&".2.0"', None, "1.2.0")
            book.close()
            """.formatted(constantMemory, headings(FirmwareUpgradeNotification.fields())));
        Path file = folder.resolve("firmware.xlsx");
        assertThat(Notices.found(FirmwareUpgradeNotification.validate(file)))
                .containsExactly("FW upgrade!I5 WARNING TEXT_AS_NUMBER", "FW upgrade!J5 WARNING FORMULA_CELL");
        FirmwareUpgradeNotification notification = FirmwareUpgradeNotification.parse(file);
        assertThat(notification.header().name()).isEqualTo("Soci\u00e9t\u00e9 \u20ac");
        FirmwareUpgradeRow row = notification.rows().get(0);
        assertThat(row.notBefore()).contains(LocalDate.of(2019, 9, 2));
        assertThat(row.notAfter()).contains(LocalDate.of(2019, 9, 8));
        assertThat(row.ch().serialNumber()).contains("C82364095");
        assertThat(row.ch().manufacturer()).contains("Acme <&> \"Sons\"");
        assertThat(row.ch().existingFirmware()).contains("1.1");
        assertThat(row.ch().targetFirmware()).contains("1.2.0");
    }

    @Test
    void workbookResavedByLibreOfficeReadsTheSame() throws Exception {
        Path schedule = folder.resolve("schedule.xlsx");
        Files.write(
                schedule,
                GridWorkbook.of(
                                new Grid("Notes").put("A1", "a note"),
                                Notices.schedule(
                                        BodyRow.ofResponse()
                                                .with("Not before", CellXml.number("43710", GridWorkbook.DAY_FIRST)),
                                        BodyRow.ofSchedule()
                                                .with("MPAN", CellXml.number("2012345678385"))
                                                .with("MPRN", CellXml.shared("1234567810"))
                                                .with("CH Serial Number", CellXml.rich("CH ", "\u00e9 1"))))
                        .bytes());
        Path firmware = folder.resolve("firmware.xlsx");
        Files.write(
                firmware,
                GridWorkbook.of(Notices.firmware(
                                BodyRow.ofFirmware(), BodyRow.ofFirmware().with("CH Model", "  padded ")))
                        .bytes());
        resave(schedule);
        resave(firmware);
        assertThat(MigrationSchedule.parse(folder.resolve("saved/schedule.xlsx")))
                .isEqualTo(MigrationSchedule.parse(schedule));
        assertThat(FirmwareUpgradeNotification.parse(folder.resolve("saved/firmware.xlsx")))
                .isEqualTo(FirmwareUpgradeNotification.parse(firmware));
    }
}
