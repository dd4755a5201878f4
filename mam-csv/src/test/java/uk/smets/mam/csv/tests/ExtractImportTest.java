package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

class ExtractImportTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG);

    private static final String CERTIFICATES = "ESME Supplier Certificate Id (Critical) \u2013 Serial Number,"
            + "ESME Supplier Certificate Id (Critical) \u2013 Issuer Name,"
            + "esmeSupplierNonCriticalSerialNumber,esmeSupplierNonCriticalIssuerName";
    private static final String HEADINGS = "Migration Week,MPAN," + CERTIFICATES + "\n";
    private static final String ROW = "20190805,1312345678907,11,\"CN=Z1,OU=07\",12,Z1\n";
    private static final String OTHER_ROW = "20190805,2012345678385,11,\"CN=Z1,OU=07\",12,Z1\n";

    private static final String WANTED = """
        70-B3-D5-1F-30-00-A0-01
        YES
        BRG
        1312345678907,,,20190805,,11,"CN=Z1,OU=07",12,Z1,,,,,,,,,,,,,,,,
        2012345678385,,,20190805,,11,"CN=Z1,OU=07",12,Z1,,,,,,,,,,,,,,,,
        """;

    private final ExtractImport extracts = ExtractImport.of(HEADER);

    @Test
    void columnsAreFoundByTheirHeadingsInAnyOrder() throws IOException {
        ConvertedDocument imported = read(HEADINGS + ROW + OTHER_ROW);
        assertThat(imported.document().toBytes()).asString(UTF_8).isEqualTo(WANTED);
        assertThat(imported.changes()).isEmpty();
        assertThat(imported.report().header()).contains(HEADER);
        assertThat(imported.report().rows()).isEqualTo(2);
        assertThat(imported.report().isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ESME SUPPLIER certificate id (critical) - serial number",
                "ESME  Supplier\tCertificate Id (Critical)\u2014Serial\u00A0Number",
                " ESME Supplier Certificate Id (Critical)  \u2212  Serial Number ",
                "\"ESME Supplier Certificate Id (Critical)\n\u2013 Serial Number\"",
                "esmesuppliercriticalserialnumber",
            })
    void caseSpacesAndDashesOfAHeadingDoNotMatter(String heading) throws IOException {
        String extract = HEADINGS.replace("ESME Supplier Certificate Id (Critical) \u2013 Serial Number", heading)
                + ROW
                + OTHER_ROW;
        assertThat(read(extract).document().toBytes()).asString(UTF_8).isEqualTo(WANTED);
    }

    @Test
    void mappingNamesTheCallersOwnHeadings() throws IOException {
        ConvertedDocument imported = extracts.mapping(Map.of("Meter Point (E)", "MPAN", "Week", "migrationWeek"))
                .read(Unnamed.input(
                        stream(HEADINGS.replace("Migration Week", "WEEK").replace("MPAN", "meter  point (e)") + ROW)));
        assertThat(imported.document().rows()).hasSize(1);
    }

    @Test
    void mappingOverridesTheKnownHeadings() throws IOException {
        String extract = HEADINGS.replace("MPAN", "MPRN").replace("Migration Week", "Migrate on") + ROW;
        ConvertedDocument imported = extracts.mapping(Map.of("MPRN", "MPAN")).read(Unnamed.input(stream(extract)));
        assertThat(imported.document().rows().get(0).mpan()).isPresent();
    }

    @Test
    void mappingToAnUnknownFieldIsRejectedWithTheFieldsToChooseFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> extracts.mapping(Map.of("Week", "Migration Wk")))
                .withMessageContainingAll("Migration Wk", "Migration Week (migrationWeek)", "MPAN (mpan)");
    }

    @Test
    void mappingOfOneHeadingToTwoFieldsIsRejected() {
        Map<String, String> mapping = new LinkedHashMap<>();
        mapping.put("Meter point", "MPAN");
        mapping.put("METER  POINT", "MPRN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> extracts.mapping(mapping))
                .withMessageContaining("is mapped to two fields, MPAN and MPRN");
    }

    @Test
    void mappingOfAnEmptyHeadingIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> extracts.mapping(Map.of(" ", "MPAN")))
                .withMessageContaining("MPAN is empty");
    }

    @Test
    void mappingReturnsANewImportAndDoesNotChangeTheOriginal() throws IOException {
        assertThat(extracts.mapping(Map.of("Week", "Migration Week"))).isNotSameAs(extracts);
        assertThat(refused(HEADINGS.replace("Migration Week", "Week") + ROW).count(Rule.COLUMN_MISSING))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({";", "'\t'"})
    void delimiterIsDetectedFromTheHeadings(char delimiter) throws IOException {
        String extract = (HEADINGS + ROW + OTHER_ROW)
                .replace(',', delimiter)
                .replace("\"CN=Z1" + delimiter + "OU=07\"", "CN=Z1,OU=07");
        assertThat(read(extract).document().toBytes()).asString(UTF_8).isEqualTo(WANTED);
    }

    @Test
    void encodingsAndLineEndsOfExtractsAreNotListedAsChanges() throws IOException {
        String extract = (HEADINGS + ROW + OTHER_ROW).replace("\n", "\r\n");
        for (byte[] bytes : List.of(
                extract.getBytes(UTF_8),
                ("\uFEFF" + extract).getBytes(UTF_8),
                ("\uFEFF" + extract).getBytes(UTF_16LE),
                extract.getBytes(Charset.forName("windows-1252")))) {
            ConvertedDocument imported = extracts.read(Unnamed.input(bytes));
            assertThat(imported.document().toBytes()).asString(UTF_8).isEqualTo(WANTED);
            assertThat(imported.changes()).isEmpty();
        }
    }

    @Test
    void unambiguousValuesAreConvertedToTheFormatOfTheMam() throws IOException {
        ConvertedDocument imported = read(HEADINGS + ROW.replace("20190805", " 2019-08-05 ") + OTHER_ROW);
        assertThat(imported.document().toBytes()).asString(UTF_8).isEqualTo(WANTED);
        assertThat(imported.changes())
                .extracting(Change::rule, Change::at)
                .containsExactly(
                        tuple(Rule.FIELD_PADDED, new Location.Field("stream", 2, 4, "Migration Week")),
                        tuple(Rule.DATE_FORMAT, new Location.Field("stream", 2, 4, "Migration Week")));
    }

    @Test
    void findingHasTheLineOfTheExtractAndTheFieldOfTheMam() {
        ValidationReport report =
                refused("\n" + HEADINGS + ROW + "\n" + OTHER_ROW.replace("2012345678385", "2.01E+12"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(
                        Finding::rule, Finding::at, finding -> finding.found().orElse(""))
                .containsExactly(tuple(Rule.MPAN_FORMAT, new Location.Field("stream", 5, 1, "MPAN"), "2.01E+12"));
    }

    @Test
    void rowsThatSpanSeveralLinesDoNotShiftTheLineNumbers() {
        String extract = HEADINGS.replace("\n", ",Address\n")
                + ROW.replace("\n", ",\"1 High Street\nTown\"\n")
                + ROW.replace("\n", ",\n");
        ValidationReport report =
                refused(extract, ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == Rule.MPXN_DUPLICATE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at()).isEqualTo(new Location.Field("stream", 4, 1, "MPAN"));
                    assertThat(finding.message()).contains("line 2:");
                });
    }

    @Test
    void lineBreakInAValueIsRefused() {
        ValidationReport report = refused(HEADINGS + ROW.replace("CN=Z1,OU=07", "CN=Z1,\nOU=07") + OTHER_ROW);
        assertThat(errors(report))
                .containsExactly(tuple(
                        Rule.CONTROL_CHARACTER,
                        new Location.Field(
                                "stream", 2, 7, "ESME Supplier Certificate Id (Critical) \u2013 Issuer Name")));
    }

    @Test
    void textAfterAClosingQuoteIsAFindingAndTheNextRowIsRead() {
        ValidationReport report = refused(HEADINGS + ROW.replace("07\"", "07\"x") + OTHER_ROW.replace("20190805", "x"));
        assertThat(errors(report))
                .containsExactly(
                        tuple(Rule.QUOTING, new Location.Line("stream", 2)),
                        tuple(Rule.DATE_FORMAT, new Location.Field("stream", 3, 4, "Migration Week")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void quoteThatIsNotClosedIsAFindingWhereItOpensAndTheNextLineIsRead(int position) {
        List<String> rows = new ArrayList<>(Collections.nCopies(3, ROW.replace("20190805", "x")));
        rows.set(position, OTHER_ROW.replace("07\"", "07"));
        ValidationReport report = refused(HEADINGS + String.join("", rows));

        assertThat(errors(report))
                .containsExactlyElementsOf(IntStream.range(0, 3)
                        .mapToObj(row -> row == position
                                ? tuple(Rule.QUOTING, new Location.Line("stream", 2 + row))
                                : tuple(Rule.DATE_FORMAT, new Location.Field("stream", 2 + row, 4, "Migration Week")))
                        .toList());
        assertThat(report.rows()).isEqualTo(3);
    }

    @Test
    void quoteThatIsNotClosedDoesNotHideLinesWithoutQuotes() {
        String plain = "x,1312345678907,11,Z1,12,Z1\n";
        ValidationReport report = refused(HEADINGS + ROW.replace("Z1\n", "\"Z1\n") + plain.repeat(100));

        assertThat(report.counts()).containsEntry(Rule.QUOTING, 1L).containsEntry(Rule.DATE_FORMAT, 100L);
        assertThat(report.rows()).isEqualTo(101);
    }

    @Test
    void lineBreakInAnUnknownColumnIsPartOfItsValue() throws IOException {
        ConvertedDocument imported =
                read(HEADINGS.replace("\n", ",Notes\n") + ROW.replace("\n", ",\"one\ntwo\nthree\"\n"));
        assertThat(imported.document().rows()).hasSize(1);
    }

    @Test
    void extractWithoutAColumnForAMeterPointOrAWeekIsRefusedOnce() {
        ValidationReport report = refused("Name,Priority\nA,Y\nB,Y\n");
        assertThat(errors(report))
                .containsExactly(
                        tuple(Rule.COLUMN_MISSING, new Location.Line("stream", 1)),
                        tuple(Rule.COLUMN_MISSING, new Location.Line("stream", 1)));
    }

    @Test
    void otherMissingColumnsAreOneWarningThatListsThem() throws IOException {
        assertThat(read(HEADINGS + ROW).report().findings())
                .filteredOn(finding -> finding.rule() == Rule.COLUMN_MISSING)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message())
                            .contains("MPRN, Migrate on, Priority, ")
                            .contains("GSME Supplier Certificate Id (Non-Critical) \u2013 Issuer Name")
                            .doesNotContain("Migration Week");
                });
    }

    @Test
    void unknownColumnIsAWarning() throws IOException {
        ConvertedDocument imported = read(HEADINGS.replace("\n", ",Name,,x\n") + ROW.replace("\n", ",A,B,C\n"));
        assertThat(imported.report().count(Rule.COLUMN_UNKNOWN)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mpan", "Name,NAME"})
    void repeatedHeadingIsAnError(String more) {
        assertThat(refused(HEADINGS.replace("\n", "," + more + "\n") + ROW.replace("\n", ",,\n"))
                        .findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsExactly(Rule.COLUMN_UNKNOWN);
    }

    @Test
    void rowWithMoreOrFewerFieldsThanTheHeadingsIsRefused() {
        ValidationReport report = refused(HEADINGS + ROW.replace("\n", ",x\n") + "20190805,1312345678907\n" + ROW);
        assertThat(errors(report))
                .containsExactly(
                        tuple(Rule.FIELD_COUNT, new Location.Line("stream", 2)),
                        tuple(Rule.FIELD_COUNT, new Location.Line("stream", 3)));
    }

    @Test
    void emptyFieldsAfterTheLastHeadingAreIgnored() throws IOException {
        assertThat(read(HEADINGS + ROW.replace("\n", ",,\n")).document().rows()).hasSize(1);
    }

    @Test
    void rowsWithoutAValueAreRemovedWhichIsListedAsAChange() throws IOException {
        assertThat(read(HEADINGS + ",,,,,\n" + ROW).changes())
                .extracting(Change::rule, Change::at)
                .containsExactly(tuple(Rule.BLANK_LINE, new Location.Line("stream", 2)));
    }

    @Test
    void emptyExtractIsRefused() {
        assertThat(refused("\n\n").count(Rule.FILE_EMPTY)).isOne();
    }

    @Test
    void extractOfOnlyHeadingsIsAWarning() throws IOException {
        assertThat(read(HEADINGS).report().count(Rule.NO_ROWS)).isOne();
    }

    @Test
    void optionsApplyToTheImportedDocument() throws IOException {
        ConvertedDocument imported = extracts.options(ValidationOptions.defaults()
                        .without(Rule.COLUMN_MISSING)
                        .without(Rule.CERTIFICATE_ISSUER_FORM)
                        .named("extract"))
                .read(Unnamed.input(stream(HEADINGS + ROW)));
        assertThat(imported.report().findings()).isEmpty();
    }

    @Test
    void fileIsReadFromItsPathAndNamedInFindings(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("extract.csv"), HEADINGS + ROW + ROW);
        assertThat(extracts.read(file).report().findings())
                .extracting(finding -> finding.at().file())
                .containsOnly("extract.csv");
    }

    @Test
    void everyFieldHasTwoHeadings() throws IOException {
        byte[] wanted = read(HEADINGS + ROW).document().toBytes();
        String row = new String(wanted, UTF_8).split("\n", -1)[3] + "\n";
        for (List<String> names : List.of(
                MigrationAuthorisation.fields().stream()
                        .map(DocumentField::name)
                        .toList(),
                MigrationAuthorisation.fields().stream()
                        .map(DocumentField::jsonName)
                        .toList())) {
            ConvertedDocument imported = read(String.join(",", names) + "\n" + row);
            assertThat(imported.document().toBytes()).isEqualTo(wanted);
            assertThat(imported.report().counts()).doesNotContainKeys(Rule.COLUMN_MISSING, Rule.COLUMN_UNKNOWN);
        }
    }

    private ConvertedDocument read(String extract) throws IOException {
        return extracts.read(Unnamed.input(stream(extract)));
    }

    private ValidationReport refused(String extract) {
        return refused(extract, ValidationOptions.defaults());
    }

    private ValidationReport refused(String extract, ValidationOptions options) {
        return catchThrowableOfType(
                        InvalidDocumentException.class,
                        () -> extracts.options(options).read(Unnamed.input(stream(extract))))
                .report();
    }

    private static List<Tuple> errors(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> tuple(finding.rule(), finding.at()))
                .toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
