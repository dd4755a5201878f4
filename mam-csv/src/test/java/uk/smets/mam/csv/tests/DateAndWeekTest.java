package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Migrate on and Migration Week (clause 7.2.3). */
class DateAndWeekTest {
    private static Lines.Row on(String migrateOn, String week) {
        return Lines.electricity().with(3, migrateOn).with(4, week);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20200229", "20191231", "00010101", "99991231", "20000229"})
    void dateInTheCalendarIsAccepted(String date) {
        byte[] file = Lines.file(on(date, ""));

        assertThat(Lines.found(file)).isEmpty();
        assertThat(Unnamed.parse(file).rows().get(0).migrateOn())
                .hasValue(LocalDate.of(
                        Integer.parseInt(date.substring(0, 4)),
                        Integer.parseInt(date.substring(4, 6)),
                        Integer.parseInt(date.substring(6))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20190229", "19000229", "20190431", "20191301", "20190001", "20190100", "20190132", "00000101"})
    void dateThatIsNotInTheCalendarIsAnError(String date) {
        assertThat(Lines.found(on(date, ""))).containsExactly("4:3 ERROR DATE_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"190807", "2019-8-7Z", "today", "2019080A", "07AUG19"})
    void dateInAnotherFormatIsAnError(String date) {
        assertThat(Lines.found(on(date, Lines.WEEK))).containsExactly("4:3 ERROR DATE_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/08/2019", "5/8/19", "05-Aug-19", "43682", "05.08.2019", "2.02E+07"})
    void dateThatASpreadsheetReformattedIsOneErrorAndItsCause(String date) {
        assertThat(Lines.found(on("", date))).containsExactly("4:4 ERROR DATE_FORMAT", "4:4 INFO SPREADSHEET_DAMAGE");
    }

    @Test
    void dateWithHyphensIsOneErrorThatIsRepairable() {
        ValidationReport report = Unnamed.validate(Lines.file(on("", "2019-08-05")));
        assertThat(Lines.found(report)).containsExactly("4:4 ERROR DATE_FORMAT");
        assertThat(report.repairable()).isEqualTo(1);
    }

    @Test
    void rowWithNeitherDateHasNoWeek() {
        assertThat(Lines.found(on("", ""))).containsExactly("4:4 ERROR MIGRATION_WEEK_MISSING");
    }

    @Test
    void rowWhoseOnlyDateIsUnreadableIsNotAlsoReportedAsWithoutAWeek() {
        assertThat(Lines.found(on("x", ""))).containsExactly("4:3 ERROR DATE_FORMAT");
        assertThat(Lines.found(on("", "x"))).containsExactly("4:4 ERROR DATE_FORMAT");
    }

    @ParameterizedTest
    @CsvSource({"20190806, Tuesday, 20190805", "20190811, Sunday, 20190805", "20200101, Wednesday, 20191230"})
    void weekThatDoesNotStartOnAMondayIsAnErrorThatNamesTheMonday(String week, String day, String monday) {
        byte[] file = Lines.file(on("", week));

        assertThat(Lines.found(file)).containsExactly("4:4 ERROR MIGRATION_WEEK_NOT_MONDAY");
        assertThat(Lines.message(file)).contains(day, monday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20190805", "20190808", "20190811"})
    void migrateOnFromMondayToSundayIsInTheWeek(String day) {
        assertThat(Lines.found(on(day, Lines.WEEK))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20190804", "20190812", "20180805"})
    void migrateOnBeforeMondayOrAfterSundayIsOutsideTheWeek(String day) {
        assertThat(Lines.found(on(day, Lines.WEEK))).containsExactly("4:3 ERROR MIGRATE_ON_OUTSIDE_WEEK");
    }

    @Test
    void migrateOnIsNotComparedWithAnUnreadableWeek() {
        assertThat(Lines.found(on("20190812", "20190806"))).containsExactly("4:4 ERROR MIGRATION_WEEK_NOT_MONDAY");
    }

    @Test
    void mixedWeeksAreReportedOnceAtTheFirstRowOfTheSecondWeekWithTheNumberOfRowsOfEach() {
        byte[] file = Lines.file(
                on("", "20190805").with(1, "1312345678907"),
                on("20190811", "").with(1, "2012345678385"),
                on("20190812", "").with(1, "2278676232781"),
                on("", "20190805").with(1, "1000000000040"),
                on("", "20190812").with(1, "1234567890126"));

        assertThat(Lines.found(file)).containsExactly("6:3 WARNING MIGRATION_WEEKS_MIXED");
        assertThat(Lines.message(file))
                .containsSubsequence("2 weeks", "20190805", "3 ", " 4)", "20190812", "2 ", " 6)");
        assertThat(Unnamed.validate(file).findings().get(0).found()).contains("20190812");
    }

    @Test
    void fiveOfManyMixedWeeksAreNamed() {
        byte[] file = Lines.file(manyWeeks(7));
        ValidationReport report = Unnamed.validate(file);

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == Rule.MIGRATION_WEEKS_MIXED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("7 weeks", "20190805", "20190812", "20190819", "20190826", "20190902")
                        .doesNotContain("20190909"));
    }

    @Test
    void onlyTheFirstThousandWeeksAreCounted() {
        byte[] file = Lines.file(manyWeeks(1_010));

        assertThat(Unnamed.validate(file).findings())
                .filteredOn(finding -> finding.rule() == Rule.MIGRATION_WEEKS_MIXED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo(MessageListing.pinned(Rule.MIGRATION_WEEKS_MIXED, "1,010 weeks"))
                        .contains("1000")
                        .doesNotContain("1010"));
    }

    static Lines.Row[] manyWeeks(int count) {
        List<Lines.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate monday = LocalDate.of(2019, 8, 5).plusWeeks(i);
            rows.add(on("", monday.toString().replace("-", "")));
        }
        return rows.toArray(Lines.Row[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "N", "YES", "1", "Y ", " "})
    void priorityIsYInUpperCaseOrBlank(String value) {
        assertThat(Lines.found(Lines.electricity().with(5, value))).contains("4:5 ERROR PRIORITY_VALUE");
    }
}
