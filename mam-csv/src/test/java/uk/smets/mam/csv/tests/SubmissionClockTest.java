package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.ValidationOptions;

/** With a clock in the options, each document has the submission time at which it is checked. */
class SubmissionClockTest {
    private static final byte[] FILE = Lines.file(Lines.electricity());

    /** A clock that a test sets. */
    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2019-08-01T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void documentIsLateForOptionsThatWereCreatedBeforeItsDeadline() {
        MovingClock clock = new MovingClock();
        ValidationOptions kept = ValidationOptions.defaults().submittedAt(clock);

        assertThat(Lines.found(FILE, kept)).isEmpty();
        clock.now = Instant.parse("2019-08-01T09:00:01Z");
        assertThat(Lines.found(FILE, kept)).containsExactly("4:4 WARNING SUBMISSION_LATE");
        assertThat(kept.submittedAt()).contains(Instant.parse("2019-08-01T09:00:01Z"));
    }

    @Test
    void instantReplacesTheClock() {
        ValidationOptions fixed = ValidationOptions.defaults()
                .submittedAt(new MovingClock())
                .submittedAt(Instant.parse("2019-08-02T00:00:00Z"));

        assertThat(Lines.found(FILE, fixed)).containsExactly("4:4 WARNING SUBMISSION_LATE");
    }
}
