package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.tests.Causes.Cause;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** A common cause is reported as one error, which states whether a repair corrects it; the repair does as stated. */
class CausesTest {
    static List<Cause> repairable() {
        return Causes.repairable();
    }

    @ParameterizedTest
    @MethodSource("repairable")
    void commonCauseIsOneErrorThatIsMarkedAsRepairableAndIsRepaired(Cause cause) throws IOException {
        ValidationReport report = Unnamed.validate(cause.file());
        assertThat(Lines.found(report)).containsExactlyElementsOf(cause.findings());
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.findings()).allMatch(Finding::repairable);
        assertThat(report.repairable()).isEqualTo(1);
        ConvertedDocument repaired = repair(cause.file());
        assertThat(repaired.document()).isEqualTo(Unnamed.parse(Lines.bytes(Causes.SOUND)));
        assertThat(repaired.changes()).isNotEmpty();
    }

    @Test
    void everyCauseThatIsNotAVariantOfAnotherHasItsOwnMessage() {
        Set<String> variants = Set.of(
                "total in one field",
                "quoted formula",
                "apostrophe",
                "extract with a sep= line",
                "extract with other headings");
        assertThat(Stream.concat(Causes.repairable().stream(), Causes.otherKinds().stream())
                        .filter(cause -> !variants.contains(cause.name()))
                        .map(cause -> Unnamed.validate(cause.file()).findings().get(0))
                        .map(finding -> finding.rule() + finding.message()))
                .doesNotHaveDuplicates();
    }

    private static ConvertedDocument repair(byte[] file) throws IOException {
        return Unnamed.repair(file, ValidationOptions.defaults());
    }

    @Test
    void utf16WithoutAByteOrderMarkIsReportedOnceAndRepaired() throws IOException {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            byte[] file = Causes.SOUND.getBytes(charset);
            ValidationReport report = Unnamed.validate(file);
            assertThat(Lines.found(report)).containsExactly("1 ERROR NON_ASCII");
            assertThat(report.findings().get(0).message())
                    .isEqualTo(MessageListing.pinned(Rule.NON_ASCII, charset + " without a byte order mark"));
            assertThat(report.findings().get(0).repairable()).isTrue();
            assertThat(repair(file).document().toBytes()).asString(US_ASCII).isEqualTo(Causes.SOUND);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "05/08/2019, DATE_FORMAT",
        "43682, DATE_FORMAT",
        "20190230, DATE_FORMAT",
        "2019/08/05 00:00:00, DATE_FORMAT"
    })
    void wrongDateIsOneErrorThatIsNotRepaired(String date, Rule rule) {
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
    void totalThatMayHideAnInstallationIsReportedAsATotalAndNotRemoved() {
        String message = MessageListing.pinned(Rule.MPAN_FORMAT, "total with digits");
        byte[] file = Lines.bytes(Causes.SOUND + "TOTAL,3938424403" + ",".repeat(23) + "\n");
        ValidationReport report = Unnamed.validate(file);
        assertThat(Lines.found(report)).containsExactly("6:1 ERROR MPAN_FORMAT");
        assertThat(report.findings().get(0).message()).isEqualTo(message);
        assertThat(report.repairable()).isZero();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> repair(file))
                .satisfies(refusal ->
                        assertThat(refusal.report().findings().get(0).message()).isEqualTo(message));
    }

    static List<Cause> otherKinds() {
        return Causes.otherKinds();
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    void fileOfAnotherKindIsReportedAsSuchAndNothingElse(Cause cause) {
        ValidationReport report = Unnamed.validate(cause.file());
        assertThat(Lines.found(report)).containsExactlyElementsOf(cause.findings());
        assertThat(report.findings().get(0).repairable()).isFalse();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> repair(cause.file()))
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
    void passwordFileIsRecognisedByItsContentAndItsMd5IsNotReported(String text) {
        for (byte[] file : List.of(Lines.bytes(text), text.getBytes(UTF_16LE))) {
            ValidationReport report = Unnamed.validate(file);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.rule() == Rule.NOT_A_DOCUMENT)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message())
                            .isEqualTo(MessageListing.pinned(Rule.NOT_A_DOCUMENT, "password file")));
            assertThat(report.findings().toString().toLowerCase(Locale.ROOT)).doesNotContain("d41d8cd98f00b204");
        }
    }

    @Test
    void damagedHeaderIsNotAnotherKindOfFile() {
        assertThat(Lines.found(Lines.bytes("x\nmaybe\nINF\n" + Causes.ROW + "\n")))
                .containsExactly("1:1 ERROR USER_ID_FORMAT", "2:2 ERROR COMMISSIONED_BY_DCC", "3:3 ERROR SMSO_UNKNOWN");
    }

    @Test
    void everyRowIsReadByItsOwnDelimiter() {
        String semicolons = Causes.OTHER.replace("\"CN=Z1,OU=07\"", "CN=Z1").replace(',', ';');
        String unquoted = "x" + Causes.OTHER.replace("\"CN=Z1,OU=07\"", "\"CN=Z1\",OU=07");
        List<Finding> findings = Unnamed.validate(Lines.bytes(
                        Causes.SOUND + semicolons + "\n" + unquoted + "\n" + semicolons.replace(';', '\t') + "\n"))
                .findings();
        String semicolon = MessageListing.pinned(Rule.FIELD_COUNT, "semicolons");
        String tab = MessageListing.pinned(Rule.FIELD_COUNT, "tabs");
        assertThat(findings)
                .extracting(Finding::message)
                .filteredOn(message -> message.equals(semicolon) || message.equals(tab))
                .containsExactly(semicolon, tab);
        assertThat(findings)
                .filteredOn(finding -> finding.at().toString().contains(":7"))
                .extracting(Finding::rule)
                .contains(Rule.FIELD_COUNT);
    }

    /** For each sample with one defect, the repair does what the validation states. */
    @Test
    void repairCorrectsWhatIsMarkedAsRepairableAndNothingElse() throws IOException {
        ValidationOptions options = ValidationOptions.defaults().without(Rule.FILE_NAME_FORMAT);
        for (Path sample : Samples.defective()) {
            byte[] file = Samples.read(sample);
            ValidationReport report = Unnamed.validate(file, options);
            boolean repairable = report.findings().stream()
                    .allMatch(finding -> finding.severity() != Severity.ERROR || finding.repairable());
            boolean repaired;
            ValidationReport left;
            try {
                left = repair(file).document().check(options);
                repaired = true;
            } catch (InvalidDocumentException refusal) {
                left = refusal.report();
                repaired = false;
            }
            assertThat(repaired).as("%s", sample).isEqualTo(repairable);
            if (repaired) {
                // A warning may disappear with its cause, for example the form of a name that was padded.
                assertThat(left.errors() + left.warnings())
                        .as("%s", sample)
                        .isLessThanOrEqualTo(report.errors() + report.warnings() - report.repairable());
            }
        }
    }
}
