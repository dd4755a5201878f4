package uk.smets.mam.xlsx.internal.respond;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ScheduleAnswer;

/**
 * Answers as they come to rows: that to one row over that to all rows, and of certificates that only a responsible supplier gives those of
 * its own meters. Rows have few different ones, and each is made once.
 */
public final class EffectiveAnswers {
    private record Restricted(ScheduleAnswer answer, Responsibility.Meters meters) {}

    private final @Nullable ScheduleAnswer all;
    private final Map<ScheduleAnswer, ScheduleAnswer> overAll = new HashMap<>();
    private final Map<Restricted, ScheduleAnswer> restricted = new HashMap<>();

    /**
     * Prepares the answers.
     *
     * @param all the answer to every row, or null
     */
    EffectiveAnswers(@Nullable ScheduleAnswer all) {
        this.all = all;
    }

    /** The answer to a row that has one of its own, or none. */
    @Nullable
    ScheduleAnswer of(@Nullable ScheduleAnswer own) {
        if (own == null || all == null) {
            return own == null ? all : own;
        }
        return overAll.computeIfAbsent(own, answer -> answer.overriding(all));
    }

    /** The answer to a row in which the supplier has some responsibility, or one that nobody stated. */
    ScheduleAnswer in(ScheduleAnswer answer, Optional<Responsibility> responsibility) {
        return responsibility.isEmpty()
                ? answer
                : restricted.computeIfAbsent(
                        new Restricted(answer, responsibility.get().meters()),
                        key -> answer.limitedTo(responsibility.get()));
    }
}
