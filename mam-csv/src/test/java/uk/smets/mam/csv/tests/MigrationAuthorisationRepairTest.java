package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.MigrationAuthorisationRepair;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

class MigrationAuthorisationRepairTest {
    private static final String HEADER = "70-B3-D5-1F-30-00-A0-01\nYES\nBRG\n";
    private static final String ROW = "1312345678907,,,20190805,,11,\"CN=Z1,OU=07\",12,Z1,,,,,,,,,,,,,,,,\n";
    private static final String OTHER_ROW =
            "2012345678385,,20190806,20190805,Y,11,\"CN=Z1,OU=07\",12,Z1,,,,,,,,,,,,,,,,\n";
    private static final String SOUND = HEADER + ROW + OTHER_ROW;
    private static final String CRITICAL_ISSUER = "ESME Supplier Certificate Id (Critical) \u2013 Issuer Name";

    @Test
    void fileWithoutDamageHasNoChanges() throws IOException {
        ConvertedDocument repaired = repair(SOUND);
        assertThat(repaired.changes()).isEmpty();
        assertThat(repaired.document()).isEqualTo(Unnamed.parse(SOUND.getBytes(UTF_8)));
    }

    @Test
    void changeHasItsRuleItsPlaceAndBothTextsAndItsTextFormHasNeither() throws IOException {
        ConvertedDocument repaired = repair(SOUND.replace("2012345678385", " 2012345678385"));
        Change change = only(repaired);
        assertThat(change.rule()).isEqualTo(Rule.FIELD_PADDED);
        assertThat(change.at()).isEqualTo(new Location.Field("stream", 5, 1, "MPAN"));
        assertThat(change.from()).contains(" 2012345678385");
        assertThat(change.to()).contains("2012345678385");
        assertThat(change.occurrences()).isOne();
        assertThat(change).hasToString("stream:5: field 1 (MPAN): FIELD_PADDED: " + change.description());
        assertThat(change.description())
                .isEqualTo(MessageListing.pinned(Rule.FIELD_PADDED, "repaired field-padded.csv"));
    }

    @Test
    void valueOfSpacesIsOmitted() throws IOException {
        Change change = only(repair(SOUND.replace("1312345678907,,,", "1312345678907,   ,,")));
        assertThat(change.from()).contains("   ");
        assertThat(change.to()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "70-B3,         70-b3,               USER_ID_CASE,        1, 1",
        "70-B3,         70\u2013B3,          NON_ASCII,           1, 1",
        "YES,           Yes,                 COMMISSIONED_BY_DCC, 2, 2",
        "BRG,           BTG,                 SMSO_SUPERSEDED,     3, 3",
        "BRG,           btg,                 SMSO_SUPERSEDED,     3, 3",
        "BRG,           brg,                 SMSO_UNKNOWN,        3, 3",
        "1312345678907, \uFF11312345678907,  NON_ASCII,           4, 1",
        "CN=Z1,         \u0421N=Z1,          NON_ASCII,           4, 7",
        "2012345678385, 2012\u200B345678385, NON_ASCII,           5, 1",
        "20190806,      2019-08-06,          DATE_FORMAT,         5, 3",
        "20190806,      '20190806\t',        CONTROL_CHARACTER,   5, 3",
        "'Y,',          'y,',                PRIORITY_VALUE,      5, 5",
        "',11,',        ',011,',             CERTIFICATE_SERIAL_FORMAT, 4, 6",
        "',12,',        ',000012,',          CERTIFICATE_SERIAL_FORMAT, 4, 8",
    })
    void eachDamagedValueIsOneChange(String sound, String damaged, Rule rule, long line, int field) throws IOException {
        Change change = only(repair(SOUND.replaceFirst(sound, damaged)));
        assertThat(change.rule()).isEqualTo(rule);
        assertThat(change.at()).isInstanceOfSatisfying(Location.Field.class, at -> {
            assertThat(at.line()).hasValue(line);
            assertThat(at.number()).isEqualTo(field);
        });
    }

    @Test
    void eachKindOfDamageOfAValueIsOneChange() throws IOException {
        ConvertedDocument repaired = repair(SOUND.replace("20190806", " 2019\u201308-06\u00A0"));
        assertThat(repaired.changes())
                .extracting(Change::rule)
                .containsExactly(Rule.NON_ASCII, Rule.FIELD_PADDED, Rule.DATE_FORMAT);
        assertThat(repaired.changes().get(0).description()).contains("EN DASH (U+2013)", "1 more");
        assertThat(repaired.document().toBytes()).asString(UTF_8).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "0735800,     MPRN_LEADING_ZERO, 735800",
        "0003938,     MPRN_LEADING_ZERO, 3938",
        "03938424403, MPRN_FORMAT,       3938424403",
    })
    void leadingZerosOfAnMprnAreRemoved(String padded, Rule rule, String mprn) throws IOException {
        ConvertedDocument repaired = repair(gasRow(padded));
        assertThat(only(repaired))
                .extracting(Change::rule, change -> change.at().toString(), Change::from, Change::to)
                .containsExactly(rule, "stream:4: field 2 (MPRN)", Optional.of(padded), Optional.of(mprn));
        assertThat(only(repaired).description())
                .isEqualTo(MessageListing.pinned(Rule.MPRN_LEADING_ZERO, "repaired mprn-leading-zero.csv"));
        assertThat(repaired.document().toBytes()).asString(UTF_8).isEqualTo(gasRow(mprn));
        assertThat(repaired.report().counts()).doesNotContainKey(Rule.MPRN_LEADING_ZERO);
    }

    @Test
    void numberOfOnlyZerosHasNoLeadingZerosToRemove() throws IOException {
        ConvertedDocument repaired = repair(gasRow("0000000"));
        assertThat(repaired.changes()).isEmpty();
        assertThat(repaired.report().findings())
                .filteredOn(finding -> finding.rule() == Rule.MPRN_LEADING_ZERO)
                .singleElement()
                .satisfies(finding -> assertThat(finding.repairable()).isFalse());
        assertThat(errors(SOUND.replaceFirst(",11,", ",000,")))
                .extracting(Finding::rule)
                .containsExactly(Rule.CERTIFICATE_SERIAL_FORMAT);
    }

    @Test
    void paddingDecimalPlacesAndLeadingZerosOfANumberAreOneChangeEach() throws IOException {
        ConvertedDocument repaired = repair(SOUND.replaceFirst(",11,", ", 011.0,"));
        assertThat(repaired.changes())
                .extracting(Change::rule)
                .containsExactly(Rule.FIELD_PADDED, Rule.SPREADSHEET_DAMAGE, Rule.CERTIFICATE_SERIAL_FORMAT);
        assertThat(repaired.document().toBytes()).asString(UTF_8).isEqualTo(SOUND);
    }

    @Test
    void leadingZerosAreMarkedAsRepairableByTheValidation() {
        ValidationReport report = Unnamed.validate(bytes(gasRow("0735800").replace(",21,", ",021,")));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() != Rule.CERTIFICATE_ISSUER_FORM)
                .extracting(Finding::rule, Finding::severity, Finding::repairable)
                .containsExactly(
                        tuple(Rule.MPRN_LEADING_ZERO, Severity.WARNING, true),
                        tuple(Rule.CERTIFICATE_SERIAL_FORMAT, Severity.ERROR, true));
    }

    /** A file of one row for an Active gas meter. */
    private static String gasRow(String mprn) {
        return HEADER + "," + mprn + ",,20190805,,,,,,,,,,21,Z1,22,Z1,,,,,23,Z1,24,Z1\n";
    }

    @Test
    void descriptionOfAChangeDoesNotShowDigitsOfAMeterPoint() throws IOException {
        Change change = only(repair(SOUND.replace("1312345678907", "\uFF11312345678907")));
        assertThat(change.rule()).isEqualTo(Rule.NON_ASCII);
        assertThat(change.description())
                .doesNotContainPattern("[0-9\uFF10-\uFF19]")
                .doesNotContain("FULLWIDTH");
    }

    @Test
    void lineEndsAreOneChangeWithTheirNumber() throws IOException {
        Change change = only(repair(SOUND.replace("\n", "\r\n")));
        assertThat(change)
                .extracting(Change::rule, Change::at, Change::occurrences)
                .containsExactly(Rule.LINE_END, new Location.WholeFile("stream"), 5L);
        assertThat(change).hasToString("stream: LINE_END: " + change.description() + " (5 times)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadWithAndWithoutAByteOrderMark(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        assertThat(only(repair(SOUND.getBytes(charset))).description())
                .isEqualTo(
                        MessageListing.pinned(Rule.NON_ASCII, "repaired " + encoding + " without a byte order mark"));
        assertThat(only(repair(("\uFEFF" + SOUND).getBytes(charset))).rule()).isEqualTo(Rule.BYTE_ORDER_MARK);
    }

    @Test
    void textThatIsNotUtf8IsReadAsWindows1252() throws IOException {
        byte[] bytes = SOUND.replace("70-B3", "70\u2013B3").getBytes(Charset.forName("windows-1252"));
        ConvertedDocument repaired = repair(bytes);
        assertThat(repaired.changes()).extracting(Change::rule).containsExactly(Rule.NON_ASCII, Rule.NON_ASCII);
        assertThat(repaired.changes().get(0).description()).contains("Windows-1252");
        assertThat(repaired.changes().get(1).description()).contains("EN DASH (U+2013)");
    }

    @Test
    void linesWithoutAValueAreRemoved() throws IOException {
        String commas = ",".repeat(24) + "\n";
        ConvertedDocument repaired = repair("\n" + HEADER + "  \n" + ROW + commas + OTHER_ROW + "\n\n");
        assertThat(repaired.document().rows()).hasSize(2);
        assertThat(repaired.changes())
                .extracting(Change::rule, change -> change.at().line().orElse(0))
                .containsExactly(
                        tuple(Rule.BLANK_LINE, 1L),
                        tuple(Rule.BLANK_LINE, 5L),
                        tuple(Rule.BLANK_LINE, 7L),
                        tuple(Rule.BLANK_LINE, 9L),
                        tuple(Rule.BLANK_LINE, 10L));
    }

    @Test
    void delimitersAfterHeaderLinesAndRowsAreRemoved() throws IOException {
        String padded = SOUND.replace("YES\n", "YES" + ",".repeat(24) + "\n").replace(",,,\n", ",,,,,\n");
        assertThat(repair(padded).changes())
                .extracting(Change::rule)
                .containsExactly(Rule.SPREADSHEET_DAMAGE, Rule.FIELD_COUNT, Rule.FIELD_COUNT);
    }

    @Test
    void columnHeadingsInTheOrderOfTheFieldsAreRemoved() throws IOException {
        ConvertedDocument repaired = repair(HEADER + headings() + ROW);
        assertThat(only(repaired))
                .hasToString("stream:4: MPAN_FORMAT: "
                        + MessageListing.pinned(Rule.MPAN_FORMAT, "repaired headings after the header"));
        assertThat(repaired.document().rows()).hasSize(1);
    }

    @Test
    void columnHeadingsInAnotherOrderAreRefused() {
        String swapped = headings()
                .replace("Migrate on", "?")
                .replace("Migration Week", "Migrate on")
                .replace("?", "Migration Week");
        assertThat(errors(HEADER + swapped + ROW))
                .extracting(Finding::rule, Finding::at)
                .containsExactly(
                        tuple(Rule.COLUMN_MISSING, new Location.Field("stream", 4, 3, "Migrate on")),
                        tuple(Rule.COLUMN_MISSING, new Location.Field("stream", 4, 4, "Migration Week")));
    }

    @ParameterizedTest
    @CsvSource({";, semicolons", "'\t', tabs"})
    void otherDelimitersAreDetectedFromTheRows(char delimiter, String cause) throws IOException {
        String text = HEADER + "1312345678907,,,20190805,,11,CN=Z1,12,Z1".replace(',', delimiter)
                + String.valueOf(delimiter).repeat(16) + "\n";
        ConvertedDocument repaired = repair(text.replace("CN=Z1", "CN=Z1,OU=07"));
        assertThat(only(repaired).description())
                .isEqualTo(MessageListing.pinned(Rule.FIELD_COUNT, "repaired " + cause));
        assertThat(repaired.document()).isEqualTo(Unnamed.parse((HEADER + ROW).getBytes(UTF_8)));
    }

    @Test
    void whiteSpaceAroundQuotesIsRemoved() throws IOException {
        ConvertedDocument repaired = repair(SOUND.replace("\"CN=Z1,OU=07\"", " \"CN=Z1,OU=07\"\u00A0"));
        assertThat(repaired.changes())
                .extracting(Change::rule, Change::at)
                .containsExactly(
                        tuple(Rule.FIELD_PADDED, new Location.Field("stream", 4, 7, CRITICAL_ISSUER)),
                        tuple(Rule.FIELD_PADDED, new Location.Field("stream", 5, 7, CRITICAL_ISSUER)));
        assertThat(repaired.document().toBytes()).asString(UTF_8).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u201CCN=Z1,OU=07\u201D", "\u201DCN=Z1,OU=07\u201D", "\u201ECN=Z1,OU=07\u201C"})
    void typographicQuotesAroundAValueAreReplacedByPlainQuotes(String quoted) throws IOException {
        ConvertedDocument repaired = repair(HEADER + ROW.replace("\"CN=Z1,OU=07\"", quoted));
        assertThat(only(repaired))
                .extracting(Change::rule, Change::at, Change::description)
                .containsExactly(
                        Rule.NON_ASCII,
                        new Location.Field("stream", 4, 7, CRITICAL_ISSUER),
                        MessageListing.pinned(Rule.NON_ASCII, "repaired typographic quotes"));
        assertThat(repaired.document().toBytes()).asString(UTF_8).isEqualTo(HEADER + ROW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        \u201CZ1\u201D                                 | Z1
        \u201CCN=\u201D\u201DZ, 1\u201D\u201D,OU=07\u201D        | CN="Z, 1",OU=07
        \u201CCN=\u201D\u201DZ 1\u201D\u201D\u201D               | CN="Z 1"
        \u201CCN=\u201CZ\u201D 1,OU=07\u201D             | CN="Z" 1,OU=07
        \u201CCN="Z 1",OU=07\u201D                     | CN="Z 1",OU=07
        """)
    void textInTypographicQuotesIsOneValue(String quoted, String issuer) throws IOException {
        ConvertedDocument repaired = repair(HEADER + ROW.replace("\"CN=Z1,OU=07\"", quoted));
        assertThat(repaired.document()
                        .rows()
                        .get(0)
                        .certificateIds()
                        .esmeSupplier()
                        .critical())
                .hasValueSatisfying(id -> assertThat(id.issuerName()).isEqualTo(issuer));
        assertThat(repaired.changes()).extracting(Change::rule).containsOnly(Rule.NON_ASCII);
    }

    @Test
    void spacesAroundTypographicQuotesAreRemoved() throws IOException {
        ConvertedDocument repaired = repair(HEADER + ROW.replace("\"CN=Z1,OU=07\"", " \u201CCN=Z1,OU=07\u201D\u00A0"));
        assertThat(repaired.changes()).extracting(Change::rule).containsExactly(Rule.NON_ASCII, Rule.FIELD_PADDED);
        assertThat(repaired.document().toBytes()).asString(UTF_8).isEqualTo(HEADER + ROW);
    }

    @Test
    void typographicQuotesAreListedInEveryRowThatHasThem() throws IOException {
        String damaged = ROW.replace("\"CN=Z1,OU=07\"", "\u201CCN=Z1,OU=07\u201D");
        assertThat(repair(HEADER + ROW + damaged + damaged).changes())
                .extracting(Change::at)
                .containsExactly(
                        new Location.Field("stream", 5, 7, CRITICAL_ISSUER),
                        new Location.Field("stream", 6, 7, CRITICAL_ISSUER));
    }

    @Test
    void reportHasTheFindingsOfTheRepairedDocument() throws IOException {
        ConvertedDocument repaired = repair(HEADER + "\n" + ROW.replace("20190805", "2019-08-05") + ROW);
        assertThat(repaired.report().rows()).isEqualTo(2);
        assertThat(repaired.report().isSound()).isTrue();
        assertThat(repaired.report().header()).contains(repaired.document().header());
        assertThat(repaired.report().findings())
                .filteredOn(finding -> finding.rule() == Rule.MPXN_DUPLICATE)
                .extracting(Finding::severity, Finding::at)
                .containsExactly(tuple(Severity.WARNING, new Location.Field("stream", 6, 1, "MPAN")));
    }

    @Test
    void roundedSerialNumberIsRefused() {
        assertThat(errors(HEADER + ROW.replace(",11,", ",169959592698089" + "0".repeat(24) + ",")))
                .extracting(Finding::rule, Finding::at)
                .containsExactly(tuple(
                        Rule.SPREADSHEET_DAMAGE,
                        new Location.Field(
                                "stream", 4, 6, "ESME Supplier Certificate Id (Critical) \u2013 Serial Number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00B9", "\u2460", "\u00BA", "\u2160", "\u2122", "\uD835\uDFCE", "\u00BD"})
    void compatibilityCharacterIsRefusedWithItsName(String character) {
        assertThat(errors(HEADER + ROW.replace("Z1,,", "Z1" + character + ",,")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.NON_ASCII);
                    assertThat(finding.message()).contains(Character.getName(character.codePointAt(0)));
                });
    }

    @Test
    void pairedQuotesInAnUnquotedValueAreKept() throws IOException {
        ConvertedDocument repaired = repair(HEADER + ROW.replace("Z1,,", "CN=\"Z 1\",,"));
        assertThat(only(repaired).rule()).isEqualTo(Rule.QUOTING);
        assertThat(repaired.document()
                        .rows()
                        .get(0)
                        .certificateIds()
                        .esmeSupplier()
                        .nonCritical())
                .hasValueSatisfying(id -> assertThat(id.issuerName()).isEqualTo("CN=\"Z 1\""));
    }

    @ParameterizedTest
    @CsvSource({
        "1312345678907,  1.31235E+12, MPAN_FORMAT",
        "20190805,       05/08/2019,  DATE_FORMAT",
        "20190805,       05-08-2019,  DATE_FORMAT",
        "20190805,       2019-13-05,  DATE_FORMAT",
        "20190805,       2019-08-06,  MIGRATION_WEEK_NOT_MONDAY",
        "1312345678907,  131234567890, MPAN_FORMAT",
        "1312345678907,  1312345\u00E978907, NON_ASCII",
        "'11,',          '0x11,',     CERTIFICATE_SERIAL_FORMAT",
        "'07\",12,Z1',   '07\",12,Z\"1', QUOTING",
        "'\"CN=Z1,OU=07\"', '\"CN=Z1,OU=07\"x', QUOTING",
        "'\"CN=Z1,OU=07\"', '\"CN=Z1,OU=07', QUOTING",
        "'\"CN=Z1,OU=07\"', 'CN=Z1,OU=07', CERTIFICATE_SERIAL_FORMAT",
        "'\"CN=Z1,OU=07\"', '\u201CCN=Z1,OU=07', CERTIFICATE_SERIAL_FORMAT",
        "',,20190805',   ',20190805', FIELD_COUNT",
    })
    void lostOrAmbiguousValueIsRefusedAtItsLine(String sound, String damaged, Rule rule) {
        assertThat(errors(HEADER + OTHER_ROW + ROW.replace(sound, damaged) + OTHER_ROW))
                .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo(rule))
                .allSatisfy(finding -> assertThat(finding.at().toString()).startsWith("stream:5"));
    }

    @Test
    void findingShowsTheOriginalText() {
        assertThat(errors(SOUND.replace("20190806", " 05/08/2019")))
                .allSatisfy(finding -> assertThat(finding.found()).contains(" 05/08/2019"));
    }

    @Test
    void allErrorsAreReportedTogether() {
        String text = "x\nmaybe\nINF\n" + ROW.replace("20190805", "20190806") + "\"open\n" + ROW.replace("13123", "1");
        assertThat(errors(text))
                .extracting(Finding::rule)
                .containsExactly(
                        Rule.USER_ID_FORMAT,
                        Rule.COMMISSIONED_BY_DCC,
                        Rule.SMSO_UNKNOWN,
                        Rule.MIGRATION_WEEK_NOT_MONDAY,
                        Rule.QUOTING,
                        Rule.MPAN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "\r\n\r\n", " \n"})
    void emptyFileIsRefused(String text) {
        assertThat(errors(text)).extracting(Finding::rule).containsExactly(Rule.FILE_EMPTY);
    }

    @Test
    void headerWithoutOneOfItsLinesIsRefused() {
        assertThat(errors("70-B3-D5-1F-30-00-A0-01\nYES\n" + ROW))
                .extracting(Finding::rule, Finding::at)
                .containsExactly(tuple(Rule.HEADER_INCOMPLETE, new Location.Line("stream", 3)));
    }

    @Test
    void headerLineOfTwoValuesIsRefused() {
        assertThat(errors(SOUND.replace("YES", "YES,NO")))
                .extracting(Finding::rule)
                .contains(Rule.FIELD_COUNT);
    }

    @Test
    void duplicatesAreReportedByTheLinesOfTheInput() {
        ValidationOptions strict = ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        assertThat(refused(bytes(HEADER + "\n" + ROW + "\n" + ROW), strict)
                        .report()
                        .findings())
                .filteredOn(finding -> finding.rule() == Rule.MPXN_DUPLICATE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at()).isEqualTo(new Location.Field("stream", 7, 1, "MPAN"));
                    assertThat(finding.message()).contains("line 5:");
                });
    }

    @Test
    void changesBeyondTheCapAreCountedByRule() throws IOException {
        String text = HEADER + ROW.replace("Z1,,", " Z1,,").repeat(10);
        ConvertedDocument repaired =
                Unnamed.repair(stream(bytes(text)), ValidationOptions.defaults().findingsKept(3));
        assertThat(repaired.changes()).hasSize(4);
        assertThat(repaired.changes().get(3))
                .extracting(Change::rule, Change::occurrences)
                .containsExactly(Rule.FIELD_PADDED, 7L);
    }

    @Test
    void fileIsNotChangedAndItsNameIsNotChecked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-02_20190731_090000.csv");
        Files.writeString(file, SOUND.replace("YES", "yes"));

        ConvertedDocument repaired = MigrationAuthorisationRepair.repair(file);

        assertThat(only(repaired).at().file()).isEqualTo(file.getFileName().toString());
        assertThat(file).hasContent(SOUND.replace("YES", "yes"));
    }

    @Test
    void missingFileIsAnIoException(@TempDir Path folder) {
        assertThatThrownBy(() -> MigrationAuthorisationRepair.repair(folder.resolve("none.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void exceptionOfTheStreamIsThrownUnchanged() {
        IOException failure = new IOException("connection lost");
        InputStream dead = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw failure;
            }
        };
        InputStream broken = new SequenceInputStream(stream(bytes(HEADER + ROW.repeat(3_000))), dead);
        assertThatThrownBy(() -> Unnamed.repair(broken, ValidationOptions.defaults()))
                .isSameAs(failure);
    }

    @Test
    void changeWithoutAnOccurrenceIsRejected() throws IOException {
        Change change = only(repair(SOUND.replace("YES", "yes")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Change(change.rule(), change.at(), change.from(), change.to(), 0, change.description()))
                .withMessage("occurrences: 1 or more; got 0");
    }

    private static String headings() {
        return String.join(
                        ",",
                        MigrationAuthorisation.fields().stream()
                                .map(field -> field.name())
                                .toList())
                + "\n";
    }

    private static Change only(ConvertedDocument repaired) {
        assertThat(repaired.changes()).hasSize(1);
        return repaired.changes().get(0);
    }

    private static ConvertedDocument repair(String text) throws IOException {
        return repair(bytes(text));
    }

    private static ConvertedDocument repair(byte[] bytes) throws IOException {
        return Unnamed.repair(stream(bytes), ValidationOptions.defaults());
    }

    private static Iterable<Finding> errors(String text) {
        return refused(bytes(text), ValidationOptions.defaults()).report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static InvalidDocumentException refused(byte[] bytes, ValidationOptions options) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> Unnamed.repair(stream(bytes), options));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
