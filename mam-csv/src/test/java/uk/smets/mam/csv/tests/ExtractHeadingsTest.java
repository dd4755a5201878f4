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
import uk.smets.mam.testing.MessageListing;

/** Findings about the headings of an extract name the headings. */
class ExtractHeadingsTest {
    private static final ExtractImport EXTRACTS =
            ExtractImport.of(new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG));
    private static final String HEADINGS = "MPAN core,Migration Week,esmeSupplierCriticalSerialNumber,"
            + "esmeSupplierCriticalIssuerName,esmeSupplierNonCriticalSerialNumber,esmeSupplierNonCriticalIssuerName";
    private static final String ROW = "\n1312345678907,20190805,11,Z1,12,Z1\n";

    @Test
    void mappedHeadingWithoutAColumnIsAnErrorThatListsTheHeadingsAndTheMostSimilar() {
        List<Finding> errors = errors(EXTRACTS.mapping(Map.of("MPAN cores", "MPAN")), HEADINGS + ROW);
        assertThat(errors)
                .extracting(
                        Finding::rule, Finding::at, finding -> finding.found().orElse(""))
                .containsExactly(tuple(Rule.COLUMN_MISSING, new Location.Field("stream", 1, 1, "MPAN"), "MPAN cores"));
        assertThat(errors.get(0).message())
                .containsSubsequence(
                        "nearest",
                        "\"MPAN core\"",
                        "\"MPAN core\", \"Migration Week\", \"esmeSupplierCriticalSerialNumber\","
                                + " \"esmeSupplierCriticalIssuerName\", \"esmeSupplierNonCriticalSerialNumber\","
                                + " \"esmeSupplierNonCriticalIssuerName\"");
    }

    @Test
    void mappedHeadingWithoutAColumnIsAnErrorEvenIfTheFieldIsOptionalOrHasAnotherColumn() {
        Map<String, String> mapping = Map.of("MPAN core", "MPAN", "Prio", "Priority", "Week", "Migration Week");
        assertThat(errors(EXTRACTS.mapping(mapping), HEADINGS + ROW))
                .extracting(Finding::rule, finding -> finding.found().orElse(""))
                .containsExactlyInAnyOrder(tuple(Rule.COLUMN_MISSING, "Prio"), tuple(Rule.COLUMN_MISSING, "Week"));
    }

    @Test
    void mappedHeadingMatchesInAnyCaseAndWithAnySpaces() throws IOException {
        assertThat(read(EXTRACTS.mapping(Map.of("mpan  CORE", "MPAN")), HEADINGS + ROW))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void listOfHeadingsIsLimited() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "h" + i).collect(Collectors.joining(","));
        assertThat(errors(EXTRACTS.mapping(Map.of("h9", "MPAN")), "x," + many.replace("h9,", "") + "\n"))
                .filteredOn(finding -> finding.found().isPresent())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).hasSizeLessThan(1_000).endsWith("\"h49\", ..."));
    }

    @Test
    void unknownHeadingIsAWarning() throws IOException {
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
                        MessageListing.pinned(Rule.COLUMN_UNKNOWN, "heading that is not a field"),
                        "Notes"));
    }

    @Test
    void repeatedHeadingIsAnError() {
        assertThat(errors(EXTRACTS.mapping(Map.of("MPAN core", "MPAN")), HEADINGS + ",Notes,NOTES" + ROW))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.COLUMN_UNKNOWN);
                    assertThat(finding.message()).contains("column 8 ");
                    assertThat(finding.found()).contains("NOTES");
                });
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
