package uk.smets.mam.csv.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.internal.primitive.MeterPointIndex;

/** The meter points that were sent, with the status of each, in arrays of up to 70 bytes per meter point. */
final class SentMeterPoints {
    private static final int FIRST_SIZE = 1 << 10;

    /** Greater than every MPAN, so that one index holds MPANs and MPRNs. */
    private static final long MPRNS = 10_000_000_000_000L;

    private static final Status[] STATUSES = Status.values();

    private final MeterPointIndex index = new MeterPointIndex(false);
    private final List<String> files = new ArrayList<>();
    /** The number of the first meter point of each file. */
    private final List<Integer> starts = new ArrayList<>();

    private long[] keys = new long[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private int[] answers = new int[FIRST_SIZE];
    /** The ordinals of {@link Status}. */
    private byte[] statuses = new byte[FIRST_SIZE];
    /** Meter points are numbered from 1, in the order in which they are added. */
    private int size;

    static long key(Mpan mpan) {
        return mpan.number();
    }

    /** Returns the key of an MPRN, regardless of leading zeros. */
    static long key(Mprn mprn) {
        return MPRNS + mprn.number();
    }

    /** Marks the start of the meter points of the next file. */
    void startFile(String name) {
        files.add(name);
        starts.add(size + 1);
    }

    void add(long key, long line) {
        int number = size + 1;
        if (index.first(key, 0, number) != 0) {
            return;
        }
        if (number == keys.length) {
            int length = keys.length * 2;
            keys = Arrays.copyOf(keys, length);
            lines = Arrays.copyOf(lines, length);
            answers = Arrays.copyOf(answers, length);
            statuses = Arrays.copyOf(statuses, length);
        }
        size = number;
        keys[number] = key;
        lines[number] = (int) Math.min(line, Integer.MAX_VALUE);
        set(number, Status.UNANSWERED);
    }

    /** Returns the number of a meter point, or 0 if it was not sent. */
    int find(long key) {
        return index.find(key);
    }

    int size() {
        return size;
    }

    Status status(int number) {
        return STATUSES[statuses[number]];
    }

    /** Returns the line of the first answer, or 0. */
    int answer(int number) {
        return answers[number];
    }

    /** Adds an answer; a second, different one contradicts the first. */
    void answer(int number, ValidationOutcome outcome, long line) {
        Status answered = outcome == ValidationOutcome.ACCEPTED ? Status.ACCEPTED : Status.REJECTED;
        if (status(number) == Status.UNANSWERED) {
            set(number, answered);
            answers[number] = (int) Math.min(line, Integer.MAX_VALUE);
        } else if (status(number) != answered) {
            set(number, Status.CONTRADICTORY);
        }
    }

    private void set(int number, Status status) {
        statuses[number] = (byte) status.ordinal();
    }

    Location sent(int number) {
        int file = 0;
        while (file + 1 < starts.size() && starts.get(file + 1) <= number) {
            file++;
        }
        return new Location.Line(files.get(file), lines[number]);
    }

    Optional<Mpan> mpan(int number) {
        return keys[number] < MPRNS ? Optional.of(Mpan.of(keys[number])) : Optional.empty();
    }

    Optional<Mprn> mprn(int number) {
        return keys[number] < MPRNS ? Optional.empty() : Optional.of(Mprn.of(Long.toString(keys[number] - MPRNS)));
    }
}
