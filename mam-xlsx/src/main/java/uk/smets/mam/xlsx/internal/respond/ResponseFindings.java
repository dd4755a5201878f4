package uk.smets.mam.xlsx.internal.respond;

import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;

/**
 * The findings about a response: those about its answers and yellow fields, whose errors prevent it from being written; and those about
 * the whole workbook with its answers, which may have errors from DCC that a response cannot correct.
 */
public final class ResponseFindings {
    private final CollectingSink answers;
    private final CollectingSink workbook;

    ResponseFindings(ValidationOptions options) {
        answers = new CollectingSink(options.findingsKept());
        workbook = new CollectingSink(options.findingsKept());
    }

    /** Returns the sink for findings about answers and yellow fields. */
    FindingSink ofAnswers() {
        return (rule, severity, repairable, finding) -> {
            answers.accept(rule, severity, repairable, finding);
            workbook.accept(rule, severity, repairable, finding);
        };
    }

    /** Returns the sink for all other findings. */
    FindingSink ofOthers() {
        return workbook;
    }

    /** Returns the findings about answers and yellow fields. */
    CollectingSink answers() {
        return answers;
    }

    /** Returns all findings. */
    CollectingSink all() {
        return workbook;
    }
}
