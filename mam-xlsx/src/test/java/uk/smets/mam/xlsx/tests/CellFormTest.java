package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.smets.mam.xlsx.tests.CellXml.formula;
import static uk.smets.mam.xlsx.tests.CellXml.number;
import static uk.smets.mam.xlsx.tests.CellXml.raw;
import static uk.smets.mam.xlsx.tests.CellXml.rich;
import static uk.smets.mam.xlsx.tests.CellXml.shared;
import static uk.smets.mam.xlsx.tests.CellXml.text;
import static uk.smets.mam.xlsx.tests.CellXml.typed;
import static uk.smets.mam.xlsx.tests.GridWorkbook.DATE;
import static uk.smets.mam.xlsx.tests.GridWorkbook.DAY_FIRST;
import static uk.smets.mam.xlsx.tests.GridWorkbook.DECIMALS;
import static uk.smets.mam.xlsx.tests.GridWorkbook.GENERAL;
import static uk.smets.mam.xlsx.tests.GridWorkbook.TEXT;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The forms in which spreadsheet programs store a value, and the value that is read. */
class CellFormTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");

    private static MigrationScheduleRow read(String field, CellXml cell) throws IOException {
        return MigrationSchedule.parse(Input.of(
                        GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule().with(field, cell)))
                                .bytes(),
                        "stream"))
                .rows()
                .get(0);
    }

    private static List<String> found(String field, CellXml cell) throws IOException {
        return Notices.foundIn(Notices.schedule(BodyRow.ofSchedule().with(field, cell)));
    }

    private static Finding onlyFinding(String field, CellXml cell) throws IOException {
        List<Finding> findings = MigrationSchedule.validate(Input.of(
                        GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule().with(field, cell)))
                                .bytes(),
                        "stream"))
                .findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void textIsReadFromTheCellAndFromTheSharedStrings() throws IOException {
        assertThat(read("MPAN", text("1312345678907")).mpan()).contains(MPAN);
        assertThat(read("MPAN", shared("1312345678907")).mpan()).contains(MPAN);
        assertThat(read("MPAN", typed("str", "1312345678907")).mpan()).contains(MPAN);
        assertThat(read("MPAN", raw(" t=\"inlineStr\"", "<is><r><t>13123</t></r><r><t>45678907</t></r></is>"))
                        .mpan())
                .contains(MPAN);
    }

    @Test
    void sharedTextsAreFoundBetweenVeryLongOnes() throws IOException {
        List<Mpan> mpans = IntStream.range(0, 20)
                .mapToObj(i -> Mpan.of("13" + (10_000_000_000L + i)))
                .toList();
        Grid sheet = Notices.schedule(mpans.stream()
                .map(mpan -> BodyRow.ofSchedule()
                        .with("MPAN", shared(mpan.toString()))
                        .without("MPRN"))
                .toArray(BodyRow[]::new));
        for (int row = 0; row < mpans.size(); row++) {
            // Between two meter points, one to three texts of almost 100 KB that no field holds.
            for (int column = 0; column <= row % 3; column++) {
                sheet.put(50 + column, 7 + row, shared(longText(row * 3 + column)));
            }
        }
        byte[] workbook = GridWorkbook.of(sheet).bytes();
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream")).rows())
                .extracting(row -> row.mpan().orElseThrow())
                .isEqualTo(mpans);
    }

    /** Returns 32,000 characters of three bytes each, varied so that they do not compress like those of a hostile file. */
    private static String longText(int seed) {
        return IntStream.range(0, 32_000)
                .map(i -> 0x4E00 + (i * 7919 + seed * 31) % 20_000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void formattingAndPhoneticTextAreNotPartOfAValue() throws IOException {
        assertThat(read("MPAN", rich("13123", "45678907")).mpan()).contains(MPAN);
        assertThat(read("CH Serial Number", rich("CH ", "12")).chSerialNumber()).contains("CH 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1312345678907",
                "1.312345678907E12",
                "1.312345678907e+12",
                "1312345678907.0",
                "1312345678907.0001",
                "13123456789070E-1",
                "+1312345678907",
            })
    void numberIsReadWithAllDigitsInAnyNotation(String raw) throws IOException {
        assertThat(read("MPAN", number(raw)).mpan()).contains(MPAN);
    }

    @Test
    void numberIsReadAsStoredAndNotAsDisplayed() throws IOException {
        assertThat(read("MPAN", number("1312345678907", DECIMALS)).mpan()).contains(MPAN);
        assertThat(read("MPAN", number("1312345678907", TEXT)).mpan()).contains(MPAN);
        assertThat(read("MPRN", number("3938424403", DATE)).mprn()).contains(Mprn.of("3938424403"));
        assertThat(read("MPAN", raw(" t=\"n\"", "<v> 1312345678907 </v>")).mpan())
                .contains(MPAN);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "1.1000000000000001, 1.1", "0.10000000000000001, 0.1", "100, 100", "0, 0", "1E2, 100"})
    void numberInATextFieldIsReadAsASpreadsheetDisplaysIt(String raw, String text) throws IOException {
        FirmwareUpgradeRow row = FirmwareUpgradeNotification.parse(Input.of(
                        GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware().with("CH Existing FW", number(raw))))
                                .bytes(),
                        "stream"))
                .rows()
                .get(0);
        assertThat(row.ch().existingFirmware()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234567890123456", "5.7212471004629716E+37", "1E15", "57212471004629716046573406635618602124"})
    void numberOfMoreThanFifteenDigitsHasLostDigits(String raw) throws IOException {
        String field = "ESME Supplier Certificate Id (Critical) \u2013 Serial Number";
        List<String> found =
                Notices.foundIn(Notices.schedule(BodyRow.ofResponse().with(field, number(raw))));
        assertThat(found).containsExactly("R7 ERROR NUMBER_PRECISION");
        assertThat(found("CH Serial Number", number(raw))).containsExactly("L7 ERROR NUMBER_PRECISION");
    }

    @Test
    void numberOfFifteenDigitsKeepsAllOfThem() throws IOException {
        assertThat(read("CH Serial Number", number("123456789012345")).chSerialNumber())
                .contains("123456789012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "NaN", "1e5e5", "0x10", "12345678901234567890123456789012345678901"})
    void valueThatIsNotAWorkbookNumberIsReadAsText(String raw) throws IOException {
        assertThat(found("MPAN", number(raw))).contains("A7 ERROR MPAN_FORMAT");
        assertThat(read("CH Serial Number", number(raw)).chSerialNumber()).contains(raw);
    }

    @ParameterizedTest
    @ValueSource(ints = {DATE, DAY_FIRST})
    void dateCellIsReadAsItsDay(int style) throws IOException {
        assertThat(read("Not before", number("43710", style)).notBefore()).contains(LocalDate.of(2019, 9, 2));
        assertThat(read("Not before", number("43710.0", style)).notBefore()).contains(LocalDate.of(2019, 9, 2));
        assertThat(read("Not before", number("43709.9999999999", style)).notBefore())
                .contains(LocalDate.of(2019, 9, 2));
    }

    @Test
    void dateCellIsReadWhereTheDocumentWritesDatesInAnotherForm() throws IOException {
        FirmwareUpgradeRow row = FirmwareUpgradeNotification.parse(Input.of(
                        GridWorkbook.of(Notices.firmware(
                                        BodyRow.ofFirmware().with("Not Before", number("43710", DAY_FIRST))))
                                .bytes(),
                        "stream"))
                .rows()
                .get(0);
        assertThat(row.notBefore()).contains(LocalDate.of(2019, 9, 2));
    }

    @Test
    void daysAreCountedFrom1904InThe1904DateSystem() throws IOException {
        byte[] workbook = GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule()
                        .with("Not before", number("42248", DATE))
                        .with("Not after", number("42248", DAY_FIRST))))
                .from1904()
                .bytes();
        MigrationScheduleRow row =
                MigrationSchedule.parse(Input.of(workbook, "stream")).rows().get(0);
        assertThat(row.notBefore()).contains(LocalDate.of(2019, 9, 2));
        assertThat(row.notAfter()).contains(LocalDate.of(2019, 9, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "2958465, 9999-12-31"})
    void dayNumberFollowsExcelsCalendar(String raw, LocalDate day) throws IOException {
        BodyRow row =
                BodyRow.ofSchedule().with("Not before", number(raw, DATE)).with("Not after", number("2958465", DATE));
        assertThat(MigrationSchedule.parse(
                                Input.of(GridWorkbook.of(Notices.schedule(row)).bytes(), "stream"))
                        .rows()
                        .get(0)
                        .notBefore())
                .contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0", "-1", "2958466", "1E9", "43710.5"})
    void numberThatIsNotADayIsNotADate(String raw) throws IOException {
        Finding finding = onlyFinding("Not before", number(raw, DATE));
        assertThat(Notices.describe(finding)).isEqualTo("C7 ERROR DATE_FORMAT");
    }

    private static void assertDateIsRefused(CellXml cell, String sample) throws IOException {
        Finding finding = onlyFinding("Not before", cell);
        assertThat(Notices.describe(finding)).isEqualTo("C7 ERROR DATE_FORMAT");
        assertThat(finding.message()).isEqualTo(MessageListing.pinned(Rule.DATE_FORMAT, sample));
    }

    @Test
    void timeOfDayIsReportedAndNotDropped() throws IOException {
        assertDateIsRefused(number("43709.9583333333", DATE), "time of day");
    }

    @Test
    void dayNumberWithoutADateFormatIsReportedAsADayNumber() throws IOException {
        assertDateIsRefused(number("43710", GENERAL), "day number without a date format");
    }

    @Test
    void numberOfEightDigitsIsADateInAFirmwareNotification() throws IOException {
        assertThat(Notices.foundInFirmware(
                        Notices.firmware(BodyRow.ofFirmware().with("Not After", number("12092019")))))
                .isEmpty();
    }

    @Test
    void numberThatLostTheLeadingZeroOfADateIsReportedAsOne() throws IOException {
        assertThat(Notices.foundInFirmware(Notices.firmware(BodyRow.ofFirmware().with("Not After", number("9092019")))))
                .containsExactly("D7 ERROR DATE_FORMAT");
        assertDateIsRefused(number("2092019"), "number without a leading zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-02", "2019-09-02T00:00:00", "2019-09-02T00:00:00.000Z"})
    void iso8601DateIsReadAsItsDay(String raw) throws IOException {
        assertThat(read("Not before", typed("d", raw)).notBefore()).contains(LocalDate.of(2019, 9, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-02T12:00:00", "2019-02-30", "02/09/2019"})
    void iso8601DateWithATimeOrOutsideTheCalendarIsNotADate(String raw) throws IOException {
        assertThat(found("Not before", typed("d", raw))).containsExactly("C7 ERROR DATE_FORMAT");
    }

    @Test
    void dateInATextFieldIsSpreadsheetDamage() throws IOException {
        assertThat(Notices.foundInFirmware(
                        Notices.firmware(BodyRow.ofFirmware().with("CH Existing FW", number("37653", DAY_FIRST)))))
                .containsExactly("H7 ERROR SPREADSHEET_DAMAGE");
        assertThat(found("CH Serial Number", typed("d", "2003-02-01"))).containsExactly("L7 ERROR SPREADSHEET_DAMAGE");
        assertThat(found("MPAN", typed("d", "2003-02-01"))).containsExactly("A7 ERROR MPAN_FORMAT");
    }

    @Test
    void booleanIsReadAsAWord() throws IOException {
        assertThat(read("CH Serial Number", typed("b", "1")).chSerialNumber()).contains("TRUE");
        assertThat(read("CH Serial Number", typed("b", "0")).chSerialNumber()).contains("FALSE");
        assertThat(found("Priority", typed("b", "1"))).contains("Q7 ERROR PRIORITY_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#N/A", "#DIV/0!"})
    void errorCellHasNoValue(String error) throws IOException {
        Finding finding = onlyFinding("CHF Device ID", typed("e", error));
        assertThat(Notices.describe(finding)).isEqualTo("E7 ERROR ERROR_CELL");
        assertThat(finding.found()).contains(error);
    }

    @Test
    void formulaIsNotEvaluatedAndItsStoredValueIsRead() throws IOException {
        assertThat(found("MPAN", formula("str", "1312345678907"))).containsExactly("A7 WARNING FORMULA_CELL");
        assertThat(read("MPAN", formula("str", "1312345678907")).mpan()).contains(MPAN);
        assertThat(read("MPAN", formula("n", "1.312345678907E12")).mpan()).contains(MPAN);
        assertThat(found("MPAN", formula("e", "#REF!")))
                .containsExactly("A7 ERROR ERROR_CELL", "A7 WARNING FORMULA_CELL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                            | <f>B1</f>
                            | <f>B1</f><v/>
                            | <f>B1</f><v></v>
                            | <f t="shared" si="0"/><v/>
                            | <f t="array" ref="B7">B1</f>
         t="n"              | <f>B1</f><v/>
         t="b"              | <f>B1</f><v/>
         t="e"              | <f>B1</f><v/>
         t="d"              | <f>B1</f>
         t="str"            | <f>B1</f>
         t="s"              | <f>B1</f>
         t="s"              | <f>B1</f><v/>
        """)
    void formulaWithoutACalculatedValueIsAnError(String type, String content) throws IOException {
        CellXml cell = raw(type == null ? "" : " " + type, content);
        assertThat(found("MPRN", cell)).containsExactly("B7 ERROR FORMULA_CELL");
        assertThat(found("CH Serial Number", cell)).containsExactly("L7 ERROR FORMULA_CELL");
        assertThat(found("MPAN", cell)).containsExactly("A7 ERROR FORMULA_CELL");
        assertThat(onlyFinding("MPRN", cell).message())
                .isEqualTo(MessageListing.pinned(Rule.FORMULA_CELL, "formula without a value"));
        assertThat(Notices.foundInFirmware(Notices.firmware(BodyRow.ofFirmware().with("CH Existing FW", cell))))
                .containsExactly("H7 ERROR FORMULA_CELL");
    }

    @Test
    void formulaWithoutAValueIsAnErrorForTypedRowsEvenIfTheRuleIsOff() throws IOException {
        byte[] workbook = GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule().with("MPRN", raw("", "<f>B1</f>"))))
                .bytes();
        ValidationOptions without = ValidationOptions.defaults().without(Rule.FORMULA_CELL);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.parse(Input.of(workbook, "stream"), without))
                .satisfies(e -> assertThat(Notices.found(e.report())).containsExactly("B7 ERROR FORMULA_CELL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f>B1</f><v></v>", "<f>B1</f><v/>", "<f t=\"shared\" si=\"0\"/><v></v>"})
    void emptyResultOfAFormulaIsAnEmptyCell(String content) throws IOException {
        CellXml cell = raw(" t=\"str\"", content);
        assertThat(found("IHD Device ID", cell)).containsExactly("I7 WARNING FORMULA_CELL");
        assertThat(read("IHD Device ID", cell).ihdDeviceId()).isEmpty();
        assertThat(found("CHF Device ID", cell))
                .containsExactly("E7 ERROR DEVICE_ID_MISSING", "E7 WARNING FORMULA_CELL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "str", "inlineStr", "b", "e", "n", "d"})
    void cellWithoutAValueOfAnyTypeIsEmpty(String type) throws IOException {
        for (String content : List.of("", "<v/>", "<v></v>")) {
            CellXml cell = raw(" t=\"" + type + "\"", content);
            assertThat(found("IHD Device ID", cell)).isEmpty();
            assertThat(read("CH Serial Number", cell).chSerialNumber()).isEmpty();
        }
    }

    @Test
    void textStoredAsANumberOrBooleanIsAWarning() throws IOException {
        List<String> texts = List.of(
                "CH Serial Number",
                "ESME Serial Number",
                "GSME Serial Number",
                "IHD Serial Number",
                "PPMID Serial Number");
        for (String field : texts) {
            assertThat(found(field, number("12345678")))
                    .as(field)
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .endsWith("7 WARNING TEXT_AS_NUMBER");
            assertThat(found(field, typed("b", "1")))
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .endsWith("7 WARNING TEXT_AS_NUMBER");
            assertThat(found(field, text("12345678"))).isEmpty();
            assertThat(found(field, shared("TRUE"))).isEmpty();
        }
        for (String field : List.of("CH Manufacturer", "CH Model", "CH Existing FW", "CH Target FW")) {
            assertThat(Notices.foundInFirmware(
                            Notices.firmware(BodyRow.ofFirmware().with(field, number("1.1")))))
                    .as(field)
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .endsWith("7 WARNING TEXT_AS_NUMBER");
        }
        assertThat(found("CH Serial Number", formula("n", "17")))
                .containsExactly("L7 WARNING FORMULA_CELL", "L7 WARNING TEXT_AS_NUMBER");
    }

    @Test
    void meterPointStoredAsANumberIsNotAWarning() throws IOException {
        assertThat(found("MPAN", number("1312345678907"))).isEmpty();
        assertThat(found("MPRN", number("1234567810"))).isEmpty();
    }

    @Test
    void formulaWithASharedStringAsValueIsRead() throws IOException {
        byte[] workbook = GridWorkbook.of(Notices.schedule(
                        BodyRow.ofSchedule().with("MPAN", shared("1312345678907")),
                        BodyRow.ofSchedule()
                                .with("MPRN", "1234567810")
                                .with("MPAN", raw(" t=\"s\"", "<f>A7</f><v>0</v>"))))
                .bytes();
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(workbook, "stream"))))
                .containsExactly("A8 WARNING MPXN_DUPLICATE", "A8 WARNING FORMULA_CELL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-1", "1 1", "x", "99999999999999"})
    void indexOutsideTheSharedStringsIsAnError(String index) throws IOException {
        Finding finding = onlyFinding("CH Serial Number", raw(" t=\"s\"", "<v>" + index + "</v>"));
        assertThat(Notices.describe(finding)).isEqualTo("L7 ERROR ERROR_CELL");
        assertThat(finding.message())
                .isEqualTo(MessageListing.pinned(Rule.ERROR_CELL, "index outside the shared strings"));
    }

    @Test
    void emptyCellIsAnOmittedField() throws IOException {
        assertThat(read("MPRN", CellXml.empty()).mprn()).isEmpty();
        assertThat(read("MPRN", text("")).mprn()).isEmpty();
        assertThat(read("MPRN", shared("")).mprn()).isEmpty();
        assertThat(read("MPRN", raw("", "<v></v>")).mprn()).isEmpty();
    }

    @Test
    void cellOfWhiteSpaceIsAnOmittedFieldAndAWarning() throws IOException {
        assertThat(found("MPRN", text(" \u00a0\n")))
                .containsExactly("B7 WARNING FIELD_PADDED", "B7 WARNING METER_POINT_MISSING");
        assertThat(found("Not before", shared("\t")))
                .containsExactly("C7 ERROR NOT_BEFORE_MISSING", "C7 WARNING FIELD_PADDED");
        assertThat(read("CH Serial Number", shared("\u2003")).chSerialNumber()).isEmpty();
    }

    @Test
    void escapedCharactersThatXmlForbidsAreUnescaped() throws IOException {
        String escaped = "a_x000D_b_x005F_x000D_c_x00e9_";
        for (CellXml cell : List.of(text(escaped), shared(escaped), typed("str", escaped))) {
            assertThat(read("CH Serial Number", cell).chSerialNumber()).contains("a\rb_x000D_c\u00e9");
        }
    }

    @Test
    void textMayContainAnyCharacters() throws IOException {
        String text = "Soci\u00e9t\u00e9 \u20ac \ud83d\ude00 & <Sons> \"1\"";
        assertThat(read("CH Serial Number", text(text)).chSerialNumber()).contains(text);
        assertThat(read("CH Serial Number", shared(text)).chSerialNumber()).contains(text);
        assertThat(read("CH Serial Number", raw(" t=\"inlineStr\"", "<is><t><![CDATA[a<b]]>&#233;</t></is>"))
                        .chSerialNumber())
                .contains("a<b\u00e9");
    }

    @Test
    void lineBreakWithinATextIsAWarning() throws IOException {
        assertThat(found("CH Serial Number", text("CH\n12"))).containsExactly("L7 WARNING CONTROL_CHARACTER");
        assertThat(found("CH Serial Number", text("CH12\n"))).containsExactly("L7 WARNING FIELD_PADDED");
    }

    @Test
    void meterPointWithNonAsciiDigitsOrSpacesIsAnError() throws IOException {
        assertThat(found("MPAN", text("131234567890\uff17")))
                .containsExactly("A7 ERROR NON_ASCII", "A7 ERROR MPAN_FORMAT");
        assertThat(found("MPAN", text(" 1312345678907")))
                .containsExactly("A7 ERROR MPAN_FORMAT", "A7 WARNING FIELD_PADDED");
    }
}
