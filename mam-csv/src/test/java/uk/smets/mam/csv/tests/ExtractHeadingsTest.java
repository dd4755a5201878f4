package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** What is said of the headings of an extract names them. */
class ExtractHeadingsTest {
    private static final ExtractImport EXTRACTS =
            ExtractImport.of(new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG));
    private static final String HEADINGS = "MPAN core,Migration Week,esmeSupplierCriticalSerialNumber,"
            + "esmeSupplierCriticalIssuerName,esmeSupplierNonCriticalSerialNumber,esmeSupplierNonCriticalIssuerName";
    private static final String ROW = "\n1312345678907,20190805,11,Z1,12,Z1\n";

    @Test
    void mappedHeadingThatNoColumnHasIsAnErrorThatListsTheHeadingsAndTheNearest() {
        List<Finding> errors = errors(EXTRACTS.mapping(Map.of("MPAN cores", "MPAN")), HEADINGS + ROW);
        assertThat(errors)
                .extracting(
                        Finding::rule, Finding::at, finding -> finding.found().orElse(""), Finding::message)
                .containsExactly(tuple(
                        Rule.COLUMN_MISSING,
                        new Location.Field("stream", 1, 1, "MPAN"),
                        "MPAN cores",
                        "no column has the heading that the mapping gives for this field; the nearest is \"MPAN"
                                + " core\", and the headings are \"MPAN core\", \"Migration Week\","
                                + " \"esmeSupplierCriticalSerialNumber\", \"esmeSupplierCriticalIssuerName\","
                                + " \"esmeSupplierNonCriticalSerialNumber\", \"esmeSupplierNonCriticalIssuerName\""));
    }

    @Test
    void mappedHeadingIsAnErrorAlsoWhereTheFieldIsOptionalOrHasAColumnOfItsOwn() {
        Map<String, String> mapping = Map.of("MPAN core", "MPAN", "Prio", "Priority", "Week", "Migration Week");
        assertThat(errors(EXTRACTS.mapping(mapping), HEADINGS + ROW))
                .extracting(Finding::rule, finding -> finding.found().orElse(""))
                .containsExactlyInAnyOrder(tuple(Rule.COLUMN_MISSING, "Prio"), tuple(Rule.COLUMN_MISSING, "Week"));
    }

    @Test
    void mappedHeadingMatchesWhateverItsCaseAndSpaces() throws IOException {
        assertThat(read(EXTRACTS.mapping(Map.of("mpan  CORE", "MPAN")), HEADINGS + ROW))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void listOfHeadingsEnds() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "h" + i).collect(Collectors.joining(","));
        assertThat(errors(EXTRACTS.mapping(Map.of("h9", "MPAN")), "x," + many.replace("h9,", "") + "\n"))
                .filteredOn(finding -> finding.found().isPresent())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).hasSizeLessThan(1_000).endsWith("\"h49\", ..."));
    }

    @Test
    void unknownHeadingIsNamed() throws IOException {
        assertThat(read(
                        EXTRACTS.mapping(Map.of("MPAN core", "MPAN")),
                        HEADINGS + ",Notes,\n1312345678907,20190805,11,Z1,12,Z1,,\n"))
                .filteredOn(finding -> finding.rule() == Rule.COLUMN_UNKNOWN)
                .extracting(
                        Finding::severity,
                        Finding::at,
                        Finding::message,
                        finding -> finding.found().orElse(""))
                .containsExactly(tuple(
                        Severity.WARNING,
                        new Location.Line("stream", 1),
                        "column 7 is ignored, because its heading is not the name of a field: add the heading to the mapping if it is",
                        "Notes"));
    }

    @Test
    void repeatedHeadingIsNamed() {
        assertThat(errors(EXTRACTS.mapping(Map.of("MPAN core", "MPAN")), HEADINGS + ",Notes,NOTES" + ROW))
                .extracting(
                        Finding::rule,
                        Finding::message,
                        finding -> finding.found().orElse(""))
                .containsExactly(tuple(
                        Rule.COLUMN_UNKNOWN,
                        "column 8 has the same heading as an earlier column: give each column its own heading",
                        "NOTES"));
    }

    private static List<Finding> read(ExtractImport extracts, String text) throws IOException {
        return extracts.read(Unnamed.input(text.getBytes(UTF_8))).report().findings();
    }

    private static List<Finding> errors(ExtractImport extracts, String text) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(extracts, text))
                .report()
                .findings()
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
