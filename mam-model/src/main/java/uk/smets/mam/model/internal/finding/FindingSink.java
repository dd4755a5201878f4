package uk.smets.mam.model.internal.finding;

import java.util.function.Supplier;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;

/** Receives findings. */
public interface FindingSink {
    /**
     * Receives a finding.
     *
     * @param rule its rule
     * @param severity its severity
     * @param repairable whether a repair can correct it
     * @param finding creates the finding; it is not called if the finding is only counted
     */
    void accept(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding);
}
