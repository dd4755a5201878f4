package uk.smets.mam.xlsx.internal.respond;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ScheduleAnswer;

/** Which row of a sheet gets which answer. What counts of a row takes four bits and a reference, so that a plan hardly grows as the sheet does. */
public final class ResponsePlan {
    private final @Nullable ScheduleAnswer all;
    private final BitSet body = new BitSet();
    private final BitSet mpans = new BitSet();
    private final BitSet mprns = new BitSet();
    private final BitSet changed = new BitSet();
    private @Nullable ScheduleAnswer[] answers = {};
    private int size;

    /**
     * Starts a plan.
     *
     * @param all the answer to every row, or null
     */
    ResponsePlan(@Nullable ScheduleAnswer all) {
        this.all = all;
    }

    /**
     * Takes a row of the body in.
     *
     * @param row its number
     * @param mpanGiven whether it has an MPAN
     * @param mprnGiven whether it has an MPRN
     * @param answer the answer to it, or null
     */
    void add(int row, boolean mpanGiven, boolean mprnGiven, @Nullable ScheduleAnswer answer) {
        body.set(row);
        mpans.set(row, mpanGiven);
        mprns.set(row, mprnGiven);
        if (answer != null && !Objects.equals(answer, all)) {
            if (row >= answers.length) {
                answers = Arrays.copyOf(answers, Math.max(row + 1, answers.length * 3 / 2));
            }
            answers[row] = answer;
            size++;
        }
    }

    /** The answer to a row, or null where it stays as it is. */
    @Nullable
    ScheduleAnswer answer(int row) {
        if (!body.get(row)) {
            return null;
        }
        ScheduleAnswer own = row < answers.length ? answers[row] : null;
        return own == null ? all : own;
    }

    /** Takes note that the answer to a row puts something else into its cells than they hold. */
    void change(int row) {
        changed.set(row);
    }

    /** Whether the cells of a row become others; they do not where its answer repeats what they hold. */
    boolean changes(int row) {
        return changed.get(row);
    }

    /** Whether any row becomes another. */
    boolean changesAny() {
        return !changed.isEmpty();
    }

    /** How many rows have an answer. */
    int size() {
        return all == null ? size : body.cardinality();
    }

    /** The rows of the body, by their numbers. */
    BitSet body() {
        return body;
    }

    boolean hasMpan(int row) {
        return mpans.get(row);
    }

    boolean hasMprn(int row) {
        return mprns.get(row);
    }
}
