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

/** The answers of a caller, by the keys of their rows. There may be hundreds of thousands, but few of them differ. */
public final class GivenAnswers {
    private static final long NOT_GIVEN = -1;

    /**
     * The key used to find the row of an answer: its row number if given, otherwise its MPAN, otherwise its MPRN.
     *
     * @param kind the kind of key
     * @param number the meter point as a number, without leading zeros, or the row number
     */
    record Key(Kind kind, long number) {
        /** The kind of key. */
        enum Kind {
            MPAN("its MPAN"),
            MPRN("its MPRN"),
            ROW("its row number");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            /** Returns the wording for messages. */
            String words() {
                return words;
            }
        }

        /** Returns the key of an answer. */
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
     * @param ordinal its position among the answers, from 0
     * @param key the key used to find its row
     * @param mpan the MPAN that its row must have, or -1
     * @param mprn the MPRN that its row must have, or -1
     * @param origin the line that it was read from, or null
     * @param answer the answer
     */
    record Given(int ordinal, Key key, long mpan, long mprn, Location.@Nullable Line origin, ScheduleAnswer answer) {
        /** Returns whether a row with the MPAN can be the row of this answer. */
        boolean allows(@Nullable Mpan ofRow) {
            return mpan == NOT_GIVEN || ofRow != null && ofRow.number() == mpan;
        }

        /** Returns whether a row with the MPRN can be the row of this answer. */
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

        /** Returns the name for messages, which never repeat a meter point. */
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

    /** Adds an answer to every row; it overrides earlier ones. */
    public void addAll(ScheduleAnswer answer) {
        all = all == null
                ? answer.limitedToMeterPoints()
                : answer.limitedToMeterPoints().overriding(all);
    }

    /**
     * Adds an answer to one row.
     *
     * @throws IllegalArgumentException if the row already has an answer
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
            throw new IllegalArgumentException("key: " + given.name() + " is for the row of " + earlier.name()
                    + ", which identifies it by " + key.kind().words() + " too: give one answer to a row");
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

    /** Returns whether there are no answers. */
    boolean isEmpty() {
        return all == null && answers.isEmpty();
    }

    /** Returns the answer to every row, or null. */
    @Nullable
    ScheduleAnswer all() {
        return all;
    }

    /** Returns the answers to single rows, in the order in which they were added. */
    List<Given> single() {
        return Collections.unmodifiableList(inOrder);
    }

    /** Returns all answers whose key matches a row. Their other meter point is not compared. */
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
