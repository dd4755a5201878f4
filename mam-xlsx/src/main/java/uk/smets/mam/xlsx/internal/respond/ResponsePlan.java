package uk.smets.mam.xlsx.internal.respond;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.ScheduleAnswer;

/** The answers to the rows of a sheet. A row takes only four bits and a reference, so the plan of a large sheet stays small. */
final class ResponsePlan {
    private static final ScheduleAnswer NO_CHANGE = ScheduleAnswer.certificates(CertificateIds.NONE);

    private final @Nullable ScheduleAnswer all;
    private final BitSet body = new BitSet();
    private final BitSet mpans = new BitSet();
    private final BitSet mprns = new BitSet();
    private final BitSet changed = new BitSet();
    private @Nullable ScheduleAnswer[] answers = {};
    private final AnswerEffect.Cache effects = new AnswerEffect.Cache();
    private int size;

    /**
     * Creates an empty plan.
     *
     * @param all the answer to every row, or null
     */
    ResponsePlan(@Nullable ScheduleAnswer all) {
        this.all = all;
    }

    /**
     * Adds a row of the body.
     *
     * @param row its number
     * @param mpanGiven whether it has an MPAN
     * @param mprnGiven whether it has an MPRN
     * @param answer the answer to it, or null
     * @return the effect of the answer
     */
    AnswerEffect add(int row, boolean mpanGiven, boolean mprnGiven, @Nullable ScheduleAnswer answer) {
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
        return effects.of(answer == null ? NO_CHANGE : answer, mpanGiven, mprnGiven);
    }

    /** Returns the effect of the answer to a row, or null if it has none. */
    @Nullable
    AnswerEffect effect(int row) {
        ScheduleAnswer answer = answer(row);
        return answer == null ? null : effects.of(answer, mpans.get(row), mprns.get(row));
    }

    private @Nullable ScheduleAnswer answer(int row) {
        if (!body.get(row)) {
            return null;
        }
        ScheduleAnswer own = row < answers.length ? answers[row] : null;
        return own == null ? all : own;
    }

    /** Marks a row whose answer changes its cells. */
    void change(int row) {
        changed.set(row);
    }

    /** Returns whether the cells of a row change. They do not if the answer repeats their values. */
    boolean changes(int row) {
        return changed.get(row);
    }

    /** Returns whether any row changes. */
    boolean changesAny() {
        return !changed.isEmpty();
    }

    /** Returns the number of rows with an answer. */
    int size() {
        return all == null ? size : body.cardinality();
    }

    /** Returns the numbers of the rows of the body. */
    BitSet body() {
        return body;
    }
}
