package uk.smets.mam.xlsx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/** The answers of a caller, by what names their rows. */
final class GivenAnswers {
    /**
     * An answer to one row.
     *
     * @param ordinal its number among those that were given, from 1: messages call it by that, as they never repeat a meter point
     * @param key what names its row
     * @param answer the answer
     */
    record Given(int ordinal, AnswerKey key, ScheduleAnswer answer) {}

    private final Map<AnswerKey, Given> answers = new LinkedHashMap<>();
    private @Nullable ScheduleAnswer all;
    private boolean mayBreakSignature;

    /** Takes an answer to every row in; of several, the later goes over the earlier. */
    void addAll(ScheduleAnswer answer) {
        all = all == null ? answer.whereFitting() : answer.whereFitting().over(all);
    }

    /**
     * Takes an answer to one row in.
     *
     * @throws IllegalArgumentException where there is one already to the row of that name
     */
    void add(AnswerKey key, ScheduleAnswer answer) {
        Given earlier = answers.putIfAbsent(key, new Given(answers.size() + 1, key, answer));
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "answer " + (answers.size() + 1) + " is to the row of answer " + earlier.ordinal()
                            + ", which names it by " + key.kind().words() + " too: give one answer to a row");
        }
    }

    /** Takes note that the caller wants a response even where it breaks a signature. */
    void breakSignature() {
        mayBreakSignature = true;
    }

    boolean mayBreakSignature() {
        return mayBreakSignature;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return all == null && answers.isEmpty();
    }

    /** The answer to every row, or null. */
    @Nullable
    ScheduleAnswer all() {
        return all;
    }

    /** The answers to single rows, in the order in which they were given. */
    Collection<Given> single() {
        return Collections.unmodifiableCollection(answers.values());
    }

    /** All answers that name a row. */
    List<Given> to(int row, @Nullable Mpan mpan, @Nullable Mprn mprn) {
        if (answers.isEmpty()) {
            return List.of();
        }
        List<Given> found = new ArrayList<>();
        add(AnswerKey.ofRow(row), found);
        if (mpan != null) {
            add(AnswerKey.of(mpan), found);
        }
        if (mprn != null) {
            add(AnswerKey.of(mprn), found);
        }
        return found;
    }

    private void add(AnswerKey key, List<Given> found) {
        Given given = answers.get(key);
        if (given != null) {
            found.add(given);
        }
    }
}
