package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.MeterPointIndex;

class MeterPointDuplicatesTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");

    private final RecordingSink sink = new RecordingSink();
    private final Reporter reporter = sink.reporter(ValidationOptions.defaults(), "found");
    private final MeterPointDuplicates duplicates = duplicates(ValidationOptions.defaults());

    @Test
    void meterPointOfAnEarlierLineIsReportedWithThatLine() {
        check(4, MPAN, null);
        check(5, Mpan.of("2012345678385"), MPRN);
        check(6, MPAN, MPRN);
        assertThat(sink.findings)
                .extracting(Finding::at, Finding::severity, Finding::rule)
                .containsExactly(
                        tuple(new Location.Field("ma.csv", 6, 1, "MPAN"), Severity.WARNING, Rule.MPXN_DUPLICATE),
                        tuple(new Location.Field("ma.csv", 6, 2, "MPRN"), Severity.WARNING, Rule.MPXN_DUPLICATE));
        assertThat(sink.findings.get(0).message()).contains("MPAN", "row 4:");
        assertThat(sink.findings.get(1).message()).contains("MPRN", "row 5:");
        assertThat(sink.findings).allMatch(finding -> finding.found().equals(Optional.of("found")));
    }

    @Test
    void everyRepetitionNamesTheFirstLine() {
        for (int line = 4; line <= 7; line++) {
            check(line, MPAN, null);
        }
        assertThat(sink.findings)
                .hasSize(3)
                .allMatch(finding -> finding.message().contains("row 4:"));
    }

    @Test
    void mpanAndMprnWithTheSameDigitsAreNotDuplicates() {
        check(4, Mpan.of(3_938_424_403L), null);
        check(5, null, MPRN);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void mprnsThatDifferOnlyInLeadingZerosAreDuplicates() {
        check(4, null, Mprn.of("1234567"));
        check(5, null, Mprn.of("0001234567"));
        assertThat(sink.rules()).containsExactly(Rule.MPXN_DUPLICATE);
    }

    @Test
    void rowsWithoutMeterPointsAreNotDuplicates() {
        check(4, null, null);
        check(5, null, null);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void duplicatesAreFoundAmongHundredsOfThousandsOfRows() {
        Random random = new Random(42);
        List<Mpan> mpans = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            mpans.add(Mpan.of(i * 33_333_333L + random.nextInt(33_333_333)));
        }
        for (int i = 0; i < mpans.size(); i++) {
            check(i + 4, mpans.get(i), null);
        }
        assertThat(sink.findings).isEmpty();
        check(300_004, mpans.get(0), null);
        check(300_005, mpans.get(299_999), null);
        assertThat(sink.findings)
                .extracting(Finding::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("row 4:"),
                        last -> assertThat(last).contains("row 300003:"));
    }

    @Test
    void meterPointsOfARejectedRowMayBeInALaterRow() {
        check(4, MPAN, MPRN);
        duplicates.withdraw();
        check(5, MPAN, MPRN);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void meterPointsOfAnEarlierRowAreKeptWhenARowThatRepeatsThemIsRejected() {
        check(4, MPAN, MPRN);
        check(5, MPAN, MPRN);
        duplicates.withdraw();
        sink.findings.clear();
        check(6, MPAN, MPRN);
        assertThat(sink.findings)
                .extracting(Finding::message)
                .containsExactly(
                        "the same MPAN is also in row 4: keep one row for each installation",
                        "the same MPRN is also in row 4: keep one row for each installation");
    }

    @Test
    void rejectedRowWithoutMeterPointsLeavesTheOthers() {
        check(4, MPAN, MPRN);
        check(5, null, null);
        duplicates.withdraw();
        check(6, MPAN, null);
        assertThat(sink.rules()).containsExactly(Rule.MPXN_DUPLICATE);
    }

    @Test
    void meterPointOfAnotherFileIsReportedWithItsName() {
        SeenMeterPoints seen = SeenMeterPoints.none();
        seen.document(DocumentKind.MIGRATION_AUTHORISATION, "other.csv").note(MPAN, 9);
        MeterPointDuplicates ofSeveral = duplicates(ValidationOptions.defaults().seenMeterPoints(seen));
        ofSeveral.check(MPAN, MPRN);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("the same MPAN is also in row 9 of other.csv: keep one row for each installation");
    }

    @Test
    void meterPointsAreNotComparedIfTheRuleIsTurnedOff() {
        MeterPointDuplicates off = duplicates(ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE));
        off.check(MPAN, MPRN);
        off.withdraw();
        off.check(MPAN, MPRN);
        off.check(MPAN, MPRN);
        assertThat(sink.findings).isEmpty();
    }

    /** The table grows at 2,048, 16,384 and 131,072 different meter points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 4_096, 0x1_0000_0000L, 9_999_991})
    void firstLinesAreFoundForAnyNumberOfMeterPoints(long step) {
        MeterPointIndex index = new MeterPointIndex(false);
        int count = 200_000;
        int wrong = 0;
        for (int i = 0; i < count; i++) {
            wrong += index.first(i * step, 0, i + 4) == 0 ? 0 : 1;
        }
        for (int i = 0; i < count; i++) {
            wrong += index.first(i * step, 0, count + i) == i + 4 ? 0 : 1;
        }
        assertThat(wrong).isZero();
        assertThat(index.first(count * step, 0, 1)).isZero();
    }

    @Property(tries = 100)
    void firstLineIsTheLineOfTheFirstOccurrence(
            @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 50) Long> numbers) {
        MeterPointIndex index = new MeterPointIndex(false);
        Map<Long, Integer> firstLines = new HashMap<>();
        for (int line = 1; line <= numbers.size(); line++) {
            long number = numbers.get(line - 1);
            Integer first = firstLines.putIfAbsent(number, line);
            assertThat(index.first(number, 0, line)).isEqualTo(first == null ? 0L : first);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forgottenMeterPointsAreNewAgainAndTheOthersAreKept(boolean ofSeveral) {
        MeterPointIndex index = new MeterPointIndex(ofSeveral);
        Map<Long, Long> known = new HashMap<>();
        Random random = new Random(7);
        for (int line = 1; line <= 200_000; line++) {
            long number = random.nextInt(6_000);
            if (random.nextInt(3) == 0) {
                index.forget(number);
                known.remove(number);
            } else {
                long place = (ofSeveral ? (long) (line % 5) << 32 : 0) | line;
                Long first = known.putIfAbsent(number, place);
                assertThat(index.first(number, ofSeveral ? line % 5 : 0, line)).isEqualTo(first == null ? 0L : first);
            }
        }
        assertThat(known).isNotEmpty();
    }

    private void check(long line, @Nullable Mpan mpan, @Nullable Mprn mprn) {
        reporter.startLine(line);
        duplicates.check(mpan, mprn);
    }

    private MeterPointDuplicates duplicates(ValidationOptions options) {
        return new MeterPointDuplicates(
                DocumentKind.MIGRATION_AUTHORISATION,
                RecordingSink.field(1, "MPAN"),
                RecordingSink.field(2, "MPRN"),
                "row",
                options,
                reporter);
    }
}
