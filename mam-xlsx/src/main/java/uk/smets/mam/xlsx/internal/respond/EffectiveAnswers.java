package uk.smets.mam.xlsx.internal.respond;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ScheduleAnswer;

/**
 * The answers that apply to rows: the answer to one row overrides the answer to all rows, and of certificates that only the responsible
 * supplier gives, those for its own meters apply. Few of them differ, and each is created once.
 */
public final class EffectiveAnswers {
    private record Restricted(ScheduleAnswer answer, Responsibility.Meters meters) {}

    private final @Nullable ScheduleAnswer all;
    private final Map<ScheduleAnswer, ScheduleAnswer> overAll = new HashMap<>();
    private final Map<Restricted, ScheduleAnswer> restricted = new HashMap<>();

    /**
     * Creates the answers.
     *
     * @param all the answer to every row, or null
     */
    EffectiveAnswers(@Nullable ScheduleAnswer all) {
        this.all = all;
    }

    /** Returns the answer to a row, given its own answer, if any. */
    @Nullable
    ScheduleAnswer of(@Nullable ScheduleAnswer own) {
        if (own == null || all == null) {
            return own == null ? all : own;
        }
        return overAll.computeIfAbsent(own, answer -> answer.overriding(all));
    }

    /** Returns the answer limited to the supplier's responsibility, or unchanged if the responsibility is not stated. */
    ScheduleAnswer in(ScheduleAnswer answer, Optional<Responsibility> responsibility) {
        return responsibility.isEmpty()
                ? answer
                : restricted.computeIfAbsent(
                        new Restricted(answer, responsibility.get().meters()),
                        key -> answer.limitedTo(responsibility.get()));
    }
}
