package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** One cause is one error, which names it and says whether a repair mends it; and the repair does what is said. */
class CausesTest {
    private static final String ROW = Lines.dualFuel().line();
    private static final String OTHER =
            Lines.electricity().with(1, Lines.OTHER_MPAN).line();
    private static final String SOUND = Lines.HEADER + ROW + "\n" + OTHER + "\n";
    private static final String PADDING = ",".repeat(24);

    static Stream<Arguments> causes() {
        return Stream.of(
                cause(
                        "sep",
                        "sep=,\n" + SOUND,
                        "1 ERROR SPREADSHEET_DAMAGE",
                        "declares the delimiter for a spreadsheet"),
                cause("title", "Migrations in August\n" + SOUND, "1 ERROR USER_ID_FORMAT", "this is a title"),
                cause(
                        "headings before the header",
                        "MPAN,MPRN,Migrate on\n" + SOUND,
                        "1 ERROR USER_ID_FORMAT",
                        "a line of column headings"),
                cause("total", SOUND + "TOTAL,2" + ",".repeat(23) + "\n", "6:1 ERROR MPAN_FORMAT", "this is a total"),
                cause("short total", SOUND + "Total rows: 2\n", "6:1 ERROR MPAN_FORMAT", "this is a total"),
                cause("Ctrl-Z", SOUND + "\u001A", "5 ERROR CONTROL_CHARACTER", "the file ends with NUL"),
                cause(
                        "NULs",
                        SOUND.stripTrailing() + "\0".repeat(5_000),
                        "5 ERROR CONTROL_CHARACTER, 5 INFO FINAL_LINE_END",
                        "5000 in all"),
                cause("line of Ctrl-Z", SOUND + "\u001A\n", "6 ERROR CONTROL_CHARACTER", "only NUL"),
                cause(
                        "semicolons",
                        SOUND.replace("\"CN=Z1,OU=07\"", "CN=Z1|OU=07")
                                .replace(',', ';')
                                .replace('|', ','),
                        "4 ERROR FIELD_COUNT",
                        "the delimiter is semicolon"),
                cause(
                        "tabs",
                        SOUND.replace("CN=Z1,OU=07", "CN=Z1|OU=07")
                                .replace(',', '\t')
                                .replace('|', ','),
                        "4 ERROR FIELD_COUNT",
                        "the delimiter is tab"),
                cause(
                        "pipes",
                        SOUND.replace("CN=Z1,OU=07", "CN=Z1;OU=07")
                                .replace(',', '|')
                                .replace(';', ','),
                        "4 ERROR FIELD_COUNT",
                        "the delimiter is vertical bar"),
                cause(
                        "row in quotes",
                        Lines.HEADER + Lines.quoted(ROW) + "\n" + OTHER + "\n",
                        "4 ERROR FIELD_COUNT",
                        "the whole row is quoted as one value"),
                cause(
                        "trailing commas",
                        Lines.HEADER + ROW + ",,,\n" + OTHER + "\n",
                        "4 ERROR FIELD_COUNT",
                        "the last of them empty"),
                cause(
                        "padded header",
                        SOUND.replace("CGI\n", "CGI" + PADDING + "\n"),
                        "3 ERROR FIELD_COUNT, 3 INFO SPREADSHEET_DAMAGE",
                        "remove the commas"),
                cause("row of commas", SOUND + PADDING + "\n", "6 ERROR MPXN_MISSING", "only commas"),
                cause(
                        "formula",
                        SOUND.replace(Lines.OTHER_MPAN, "=\"" + Lines.OTHER_MPAN + "\""),
                        "5:1 ERROR SPREADSHEET_DAMAGE",
                        "is marked as text"),
                cause(
                        "quoted formula",
                        SOUND.replace(Lines.OTHER_MPAN, "\"=\"\"" + Lines.OTHER_MPAN + "\"\"\""),
                        "5:1 ERROR SPREADSHEET_DAMAGE",
                        "is marked as text"),
                cause(
                        "apostrophe",
                        SOUND.replace(Lines.OTHER_MPAN, "'" + Lines.OTHER_MPAN),
                        "5:1 ERROR SPREADSHEET_DAMAGE",
                        "apostrophe"),
                cause(
                        "decimals",
                        SOUND.replace(Lines.OTHER_MPAN, Lines.OTHER_MPAN + ".0"),
                        "5:1 ERROR SPREADSHEET_DAMAGE",
                        "decimals"),
                cause(
                        "date with hyphens",
                        SOUND.replaceFirst("20190805", "2019-08-05"),
                        "4:4 ERROR DATE_FORMAT",
                        "YYYYMMDD"),
                cause(
                        "typographic quotes",
                        SOUND.replaceFirst("\"CN=Z1,OU=07\"", "\u201CCN=Z1,OU=07\u201D"),
                        "4 ERROR NON_ASCII",
                        "LEFT DOUBLE QUOTATION MARK"));
    }

    private static Arguments cause(String name, String file, String findings, String words) {
        return Arguments.of(name, Lines.bytes(file), findings, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void causeIsOneErrorThatSaysThatARepairMendsItAndTheRepairDoes(
            String name, byte[] file, String findings, String words) throws IOException {
        ValidationReport report = Unnamed.validate(file);
        assertThat(Lines.found(report)).containsExactly(findings.split(", ", -1));
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.findings()).allMatch(Finding::repairable);
        assertThat(report.repairable()).isEqualTo(1);
        assertThat(report.findings().get(0).message()).contains(words);
        ConvertedDocument repaired = repair(file);
        assertThat(repaired.document()).isEqualTo(Unnamed.parse(Lines.bytes(SOUND)));
        assertThat(repaired.changes()).isNotEmpty();
    }

    private static ConvertedDocument repair(byte[] file) throws IOException {
        return Unnamed.repair(file, ValidationOptions.defaults());
    }

    @Test
    void utf16WithoutAMarkIsNamed() throws IOException {
        for (byte[] file : List.of(SOUND.getBytes(UTF_16LE), SOUND.getBytes(UTF_16BE))) {
            ValidationReport report = Unnamed.validate(file);
            assertThat(Lines.found(report)).containsExactly("1 ERROR NON_ASCII");
            assertThat(report.findings().get(0).message()).contains("UTF-16", "without a byte order mark");
            assertThat(report.findings().get(0).repairable()).isTrue();
            assertThat(repair(file).document().toBytes()).asString(US_ASCII).isEqualTo(SOUND);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "05/08/2019, DATE_FORMAT",
        "43682, DATE_FORMAT",
        "20190230, DATE_FORMAT",
        "2019/08/05 00:00:00, DATE_FORMAT"
    })
    void wrongDateIsOneErrorThatNoRepairMends(String date, Rule rule) {
        byte[] file = Lines.file(Lines.electricity().with(4, date));
        ValidationReport report = Unnamed.validate(file);
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule, Finding::repairable)
                .containsExactly(tuple(rule, false));
        assertThat(report.repairable()).isZero();
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> repair(file));
    }

    @Test
    void totalThatMayHideAnInstallationIsNamedAndNotRemoved() {
        byte[] file = Lines.bytes(SOUND + "TOTAL,3938424403" + ",".repeat(23) + "\n");
        ValidationReport report = Unnamed.validate(file);
        assertThat(Lines.found(report)).containsExactly("6:1 ERROR MPAN_FORMAT");
        assertThat(report.findings().get(0).message()).startsWith("this is a total");
        assertThat(report.repairable()).isZero();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> repair(file))
                .satisfies(refusal ->
                        assertThat(refusal.report().findings().get(0).message()).startsWith("this is a total"));
    }

    static Stream<Arguments> otherKinds() {
        return Stream.of(
                other("PK\u0003\u0004\u0014", "a ZIP archive"),
                other("%PDF-1.7\n", "a PDF"),
                other("{\\rtf1\\ansi", "a document in RTF"),
                other("<!DOCTYPE html>\n<html><body>", "a web page"),
                other("<?xml version=\"1.0\"?>\n<Workbook/>", "an XML file"),
                other("{\"rows\": []}", "a JSON file"),
                other("-----BEGIN CERTIFICATE-----\nMIIB\n", "PEM form"),
                other("MIME-Version: 1.0\nFrom: a@b\n", "an email"),
                other("MPAN,MPRN,Migration Week\n1312345678907,,20190805\n", "'mam import'"),
                other("sep=;\nMPAN;MPRN;Migration Week\n1312345678907;;20190805\n", "'mam import'"),
                other("Point,Gas point,Week,Who,Note\n1312345678907,,20190805,us,x\n", "'mam import'"));
    }

    private static Arguments other(String start, String words) {
        return Arguments.of(Lines.bytes(start), words);
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    void fileOfAnotherKindIsNamedAndNothingElseIsSaid(byte[] file, String words) {
        ValidationReport report = Unnamed.validate(file);
        assertThat(Lines.found(report)).containsExactly("file ERROR NOT_A_DOCUMENT");
        assertThat(report.findings().get(0).message()).contains(words);
        assertThat(report.findings().get(0).repairable()).isFalse();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> repair(file))
                .satisfies(refusal -> assertThat(refusal.report().counts()).containsOnlyKeys(Rule.NOT_A_DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70-B3-D5-1F-30-00-A0-01\nMA_x.zip\nd41d8cd98f00b204e9800998ecf8427e\n",
                "\uFEFF70-b3-d5-1f-30-00-a0-01\r\n\"MA, x.zip\"\r\nD41D8CD98F00B204E9800998ECF8427E",
                "\"70-B3-D5-1F-30-00-A0-01\",,\nMA_x.zip,,\n\"d41d8cd98f00b204e9800998ecf8427e\",,\n",
                "70-B3-D5-1F-30-00-A0-01;MA_x.zip;d41d8cd98f00b204e9800998ecf8427e"
            })
    void passwordFileIsNamedByItsContentAndItsMd5IsNowhere(String text) {
        for (byte[] file : List.of(Lines.bytes(text), text.getBytes(UTF_16LE))) {
            ValidationReport report = Unnamed.validate(file);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.rule() == Rule.NOT_A_DOCUMENT)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).startsWith("this is a password file"));
            assertThat(report.findings().toString().toLowerCase(Locale.ROOT)).doesNotContain("d41d8cd98f00b204");
        }
    }

    @Test
    void ordinaryDamageOfAHeaderIsNoOtherKindOfFile() {
        assertThat(Lines.found(Lines.bytes("x\nmaybe\nINF\n" + ROW + "\n")))
                .containsExactly("1:1 ERROR USER_ID_FORMAT", "2:2 ERROR COMMISSIONED_BY_DCC", "3:3 ERROR SMSO_UNKNOWN");
    }

    @Test
    void everyRowIsReadByItsOwnDelimiter() {
        String semicolons = OTHER.replace("\"CN=Z1,OU=07\"", "CN=Z1").replace(',', ';');
        String unquoted = "x" + OTHER.replace("\"CN=Z1,OU=07\"", "\"CN=Z1\",OU=07");
        List<Finding> findings = Unnamed.validate(
                        Lines.bytes(SOUND + semicolons + "\n" + unquoted + "\n" + semicolons.replace(';', '\t') + "\n"))
                .findings();
        assertThat(findings)
                .extracting(Finding::message)
                .filteredOn(message -> message.contains("from here on"))
                .satisfiesExactly(
                        message -> assertThat(message).contains("semicolon"),
                        message -> assertThat(message).contains("tab"));
        assertThat(findings)
                .filteredOn(finding -> finding.at().toString().contains(":7"))
                .extracting(Finding::rule)
                .contains(Rule.FIELD_COUNT);
    }

    /** What validate says of each sample with one defect is what the repair does with it. */
    @Test
    void repairMendsAllThatIsSaidToBeMendedAndNothingElse() throws IOException {
        ValidationOptions options = ValidationOptions.defaults().without(Rule.FILE_NAME_FORMAT);
        for (Path sample : Samples.defective()) {
            byte[] file = Samples.read(sample);
            ValidationReport report = Unnamed.validate(file, options);
            boolean mends = report.findings().stream()
                    .allMatch(finding -> finding.severity() != Severity.ERROR || finding.repairable());
            boolean mended;
            ValidationReport left;
            try {
                left = repair(file).document().check(options);
                mended = true;
            } catch (InvalidDocumentException refusal) {
                left = refusal.report();
                mended = false;
            }
            assertThat(mended).as("%s", sample).isEqualTo(mends);
            if (mended) {
                // A warning may go with its cause: the form of a name that was padded.
                assertThat(left.errors() + left.warnings())
                        .as("%s", sample)
                        .isLessThanOrEqualTo(report.errors() + report.warnings() - report.repairable());
            }
        }
    }
}
