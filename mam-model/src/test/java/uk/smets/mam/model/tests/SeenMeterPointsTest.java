package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.SeenMeterPoints.Document;
import uk.smets.mam.model.SeenMeterPoints.Place;

class SeenMeterPointsTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");
    private static final Mprn MPRN = Mprn.of("3938424403");

    private final SeenMeterPoints seen = SeenMeterPoints.none();
    private final Document first = seen.document(DocumentKind.MIGRATION_AUTHORISATION, "a.csv");
    private final Document second = seen.document(DocumentKind.MIGRATION_AUTHORISATION, "b.csv");

    @Test
    void meterPointOfAnotherDocumentIsReportedWithItsFirstPlace() {
        assertThat(first.note(MPAN, 4)).isEmpty();
        assertThat(first.note(MPRN, 5)).isEmpty();
        assertThat(second.note(MPRN, 9)).contains(new Place(first, 5));
        assertThat(second.note(MPAN, 10)).contains(new Place(first, 4));
        assertThat(second.note(MPAN, 11)).contains(new Place(first, 4));
        assertThat(first.name()).isEqualTo("a.csv");
    }

    @Test
    void documentsWithTheSameNameAreDistinguished() {
        Document other = seen.document(DocumentKind.MIGRATION_AUTHORISATION, "a.csv");
        assertThat(first.note(MPAN, 4)).isEmpty();
        assertThat(other.note(MPAN, 4)).contains(new Place(first, 4));
    }

    @Test
    void documentsOfTwoKindsAreNotCompared() {
        Document schedule = seen.document(DocumentKind.MIGRATION_SCHEDULE, "schedule.xlsx");
        assertThat(first.note(MPAN, 4)).isEmpty();
        assertThat(schedule.note(MPAN, 7)).isEmpty();
    }

    @Test
    void singleDocumentIsComparedWithItself() {
        Document alone = SeenMeterPoints.documentAlone("a.csv");
        assertThat(first.note(MPAN, 4)).isEmpty();
        assertThat(alone.note(MPAN, 5)).isEmpty();
        assertThat(alone.note(MPAN, 6)).contains(new Place(alone, 5));
    }

    @Test
    void placesAreKeptWhenTheTableGrows() {
        for (int number = 1; number <= 50_000; number++) {
            Document document = number % 2 == 0 ? first : second;
            assertThat(document.note(Mpan.of(number), number)).isEmpty();
        }
        Document third = seen.document(DocumentKind.MIGRATION_AUTHORISATION, "c.csv");
        for (int number = 1; number <= 50_000; number++) {
            assertThat(third.note(Mpan.of(number), 4)).contains(new Place(number % 2 == 0 ? first : second, number));
        }
    }

    @Test
    void meterPointIsNewOnceForAnyNumberOfThreads() {
        AtomicInteger fresh = new AtomicInteger();
        IntStream.range(0, 8).parallel().forEach(thread -> {
            Document document = seen.document(DocumentKind.MIGRATION_AUTHORISATION, "file " + thread);
            for (int number = 1; number <= 20_000; number++) {
                if (document.note(Mpan.of(number), number).isEmpty()) {
                    fresh.incrementAndGet();
                }
            }
        });
        assertThat(fresh).hasValue(20_000);
    }
}
