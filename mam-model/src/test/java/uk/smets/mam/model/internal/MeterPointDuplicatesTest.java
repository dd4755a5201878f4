package uk.smets.mam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;

class MeterPointDuplicatesTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");

    private final RecordingSink sink = new RecordingSink();

    private final class Rows {
        private final Reporter reporter;
        private final MeterPointDuplicates duplicates;
        private long line;

        Rows(ValidationOptions options) {
            reporter = sink.reporter(options, "text");
            duplicates = new MeterPointDuplicates(
                    RecordingSink.field(1, "MPAN"), RecordingSink.field(2, "MPRN"), "row", options, reporter);
        }

        void add(@Nullable Mpan mpan, @Nullable Mprn mprn) {
            reporter.startLine(++line);
            duplicates.check(mpan, mprn);
        }
    }

    @Test
    void secondOfTwoEqualMeterPointsNamesTheFirst() {
        Rows rows = new Rows(ValidationOptions.defaults());
        rows.add(MPAN, MPRN);
        rows.add(null, null);
        rows.add(Mpan.of("2012345678385"), Mprn.of("1234567810"));
        rows.add(MPAN, null);
        rows.add(null, MPRN);
        assertThat(sink.findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "ma.csv:4: field 1 (MPAN): WARNING MPXN_DUPLICATE: the same MPAN stands in row 1: keep one row for"
                                + " each installation",
                        "ma.csv:5: field 2 (MPRN): WARNING MPXN_DUPLICATE: the same MPRN stands in row 1: keep one row for"
                                + " each installation");
    }

    @Test
    void mprnsThatDifferInLeadingZerosAreOneMeterPoint() {
        Rows rows = new Rows(ValidationOptions.defaults());
        rows.add(null, Mprn.of("123450"));
        rows.add(null, Mprn.of("0123450"));
        assertThat(sink.rules()).containsExactly(Rule.MPXN_DUPLICATE);
    }

    @Test
    void eachOfMillionsIsFoundAgain() {
        Rows rows = new Rows(ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.INFO));
        Random random = new Random(42);
        List<Mpan> mpans = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            mpans.add(Mpan.of(i * 33_333_333L + random.nextInt(33_333_333)));
        }
        mpans.forEach(mpan -> rows.add(mpan, null));
        assertThat(sink.findings).isEmpty();
        rows.add(mpans.get(0), null);
        rows.add(mpans.get(299_999), null);
        assertThat(sink.findings)
                .extracting(Finding::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("row 1:"),
                        last -> assertThat(last).contains("row 300000:"));
    }

    @Test
    void ruleThatIsOffRemembersNothing() {
        Rows rows = new Rows(ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE));
        rows.add(MPAN, MPRN);
        rows.add(MPAN, MPRN);
        assertThat(sink.findings).isEmpty();
    }
}
