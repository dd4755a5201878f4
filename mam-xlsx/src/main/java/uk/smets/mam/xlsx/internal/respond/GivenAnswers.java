package uk.smets.mam.xlsx.internal.respond;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;

/** The answers of a caller, by what names their rows. There may be hundreds of thousands, few of them different. */
public final class GivenAnswers {
    private static final long NOT_GIVEN = -1;

    /**
     * The key by which the row of an answer is found: its number if that is given, otherwise its MPAN, otherwise its MPRN.
     *
     * @param kind what it is
     * @param number the digits of the meter point, of which leading zeros do not count, or the number of the row
     */
    record Key(Kind kind, long number) {
        /** What names a row. */
        enum Kind {
            MPAN("its MPAN"),
            MPRN("its MPRN"),
            ROW("its row number");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            /** What it is called in messages. */
            String words() {
                return words;
            }
        }

        /** That of an answer. */
        static Key of(ScheduleRowKey row) {
            return row.number().isPresent()
                    ? ofRow(row.number().getAsInt())
                    : row.mpan().map(Key::of).orElseGet(() -> of(row.mprn().orElseThrow()));
        }

        static Key of(Mpan mpan) {
            return new Key(Kind.MPAN, mpan.number());
        }

        static Key of(Mprn mprn) {
            return new Key(Kind.MPRN, mprn.number());
        }

        static Key ofRow(int row) {
            return new Key(Kind.ROW, row);
        }
    }

    /**
     * An answer to one row.
     *
     * @param ordinal its place among those that were given, from 0
     * @param key what its row is looked up by
     * @param mpan the MPAN that its row must have, or -1
     * @param mprn the MPRN that its row must have, or -1
     * @param origin the line that it was read from, or null
     * @param answer the answer
     */
    record Given(int ordinal, Key key, long mpan, long mprn, Location.@Nullable Line origin, ScheduleAnswer answer) {
        /** Whether its row may have an MPAN. */
        boolean allows(@Nullable Mpan ofRow) {
            return mpan == NOT_GIVEN || ofRow != null && ofRow.number() == mpan;
        }

        /** Whether its row may have an MPRN. */
        boolean allows(@Nullable Mprn ofRow) {
            return mprn == NOT_GIVEN || ofRow != null && ofRow.number() == mprn;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return ordinal;
        }

        /** What it is called in messages, which never repeat a meter point. */
        String name() {
            return origin == null ? "answer " + (ordinal + 1) : origin.toString();
        }
    }

    private final Map<Key, Given> answers = new HashMap<>();
    private final List<Given> inOrder = new ArrayList<>();
    private final Set<Key.Kind> kinds = EnumSet.noneOf(Key.Kind.class);
    private final Map<ScheduleAnswer, ScheduleAnswer> different = new HashMap<>();
    private @Nullable ScheduleAnswer all;
    private boolean mayBreakSignature;

    /** Takes an answer to every row in; of several, the later goes over the earlier. */
    public void addAll(ScheduleAnswer answer) {
        all = all == null
                ? answer.limitedToMeterPoints()
                : answer.limitedToMeterPoints().overriding(all);
    }

    /**
     * Takes an answer to one row in.
     *
     * @throws IllegalArgumentException if the row already has one
     */
    public void add(ScheduleRowKey row, ScheduleAnswer answer) {
        Key key = Key.of(row);
        Given given = new Given(
                inOrder.size(),
                key,
                row.mpan().map(Mpan::number).orElse(NOT_GIVEN),
                row.mprn().map(Mprn::number).orElse(NOT_GIVEN),
                row.origin().orElse(null),
                shared(answer));
        Given earlier = answers.putIfAbsent(key, given);
        if (earlier != null) {
            throw new IllegalArgumentException("key: " + given.name() + " is to the row of " + earlier.name()
                    + ", which names it by " + key.kind().words() + " too: give one answer to a row");
        }
        inOrder.add(given);
        kinds.add(key.kind());
    }

    private ScheduleAnswer shared(ScheduleAnswer answer) {
        ScheduleAnswer known = different.putIfAbsent(answer, answer);
        return known == null ? answer : known;
    }

    /** Allows a response that breaks a signature. */
    public void breakSignature() {
        mayBreakSignature = true;
    }

    boolean mayBreakSignature() {
        return mayBreakSignature;
    }

    /** Whether no answer was given. */
    boolean isEmpty() {
        return all == null && answers.isEmpty();
    }

    /** The answer to every row, or null. */
    @Nullable
    ScheduleAnswer all() {
        return all;
    }

    /** The answers to single rows, in the order in which they were given. */
    List<Given> single() {
        return Collections.unmodifiableList(inOrder);
    }

    /** All answers that look a row up by what it has; whether they agree with it is another question. */
    List<Given> to(int row, @Nullable Mpan mpan, @Nullable Mprn mprn) {
        if (answers.isEmpty()) {
            return List.of();
        }
        List<Given> found = new ArrayList<>(1);
        if (kinds.contains(Key.Kind.ROW)) {
            add(Key.ofRow(row), found);
        }
        if (mpan != null && kinds.contains(Key.Kind.MPAN)) {
            add(Key.of(mpan), found);
        }
        if (mprn != null && kinds.contains(Key.Kind.MPRN)) {
            add(Key.of(mprn), found);
        }
        return found;
    }

    private void add(Key key, List<Given> found) {
        Optional.ofNullable(answers.get(key)).ifPresent(found::add);
    }
}
