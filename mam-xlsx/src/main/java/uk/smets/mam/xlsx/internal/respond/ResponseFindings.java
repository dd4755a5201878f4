package uk.smets.mam.xlsx.internal.respond;

import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;

/**
 * What there is to say of a response: of its answers and its yellow fields, whose errors keep it from being written; and of the whole
 * workbook as it is with its answers, in which DCC may have left errors that a response can't mend.
 */
public final class ResponseFindings {
    private final CollectingSink answers;
    private final CollectingSink workbook;

    ResponseFindings(ValidationOptions options) {
        answers = new CollectingSink(options.findingsKept());
        workbook = new CollectingSink(options.findingsKept());
    }

    /** Takes what is wrong with an answer or a yellow field. */
    FindingSink ofAnswers() {
        return (rule, severity, repairable, finding) -> {
            answers.accept(rule, severity, repairable, finding);
            workbook.accept(rule, severity, repairable, finding);
        };
    }

    /** Takes what is wrong with anything else. */
    FindingSink ofOthers() {
        return workbook;
    }

    /** The findings about answers and yellow fields. */
    CollectingSink answers() {
        return answers;
    }

    /** All findings. */
    CollectingSink all() {
        return workbook;
    }
}
