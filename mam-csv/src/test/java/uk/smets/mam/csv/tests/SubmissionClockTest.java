package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MovingClock;

/** With a clock in the options, each document has the submission time at which it is checked. */
class SubmissionClockTest {
    private static final byte[] FILE = Lines.file(Lines.electricity());

    @Test
    void documentIsLateForOptionsThatWereCreatedBeforeItsDeadline() {
        MovingClock clock = new MovingClock(Instant.parse("2019-08-01T09:00:00Z"));
        ValidationOptions kept = ValidationOptions.defaults().submittedAt(clock);

        assertThat(Lines.found(FILE, kept)).isEmpty();
        clock.set(Instant.parse("2019-08-01T09:00:01Z"));
        assertThat(Lines.found(FILE, kept)).containsExactly("4:4 WARNING SUBMISSION_LATE");
        assertThat(kept.submittedAt()).contains(Instant.parse("2019-08-01T09:00:01Z"));
    }

    @Test
    void instantReplacesTheClock() {
        ValidationOptions fixed = ValidationOptions.defaults()
                .submittedAt(new MovingClock(Instant.parse("2019-08-01T09:00:00Z")))
                .submittedAt(Instant.parse("2019-08-02T00:00:00Z"));

        assertThat(Lines.found(FILE, fixed)).containsExactly("4:4 WARNING SUBMISSION_LATE");
    }
}
