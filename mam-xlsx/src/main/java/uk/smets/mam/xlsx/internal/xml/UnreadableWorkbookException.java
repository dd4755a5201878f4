package uk.smets.mam.xlsx.internal.xml;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;

/**
 * Thrown if the file is not a readable workbook, or does not contain the document. The message is for operations staff: what is wrong, in
 * which part, and what to do. It becomes the only finding about the file.
 */
public final class UnreadableWorkbookException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The advice for a damaged workbook. */
    private static final String REMEDY = ": re-save it in Excel, or ask DCC to resend it";

    private final Rule rule;

    public UnreadableWorkbookException(String message) {
        this(Rule.WORKBOOK_UNREADABLE, message, null);
    }

    private UnreadableWorkbookException(Rule rule, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /** Returns an exception for an empty file. */
    public static UnreadableWorkbookException empty() {
        return new UnreadableWorkbookException(
                Rule.FILE_EMPTY, "the file is empty: give the workbook that DCC sent", null);
    }

    /** Returns an exception for a damaged workbook. */
    public static UnreadableWorkbookException damaged(String how) {
        return new UnreadableWorkbookException("the workbook is damaged: " + how + REMEDY);
    }

    /** Returns an exception for a damaged workbook, caused by a library's exception, whose message is for developers. */
    public static UnreadableWorkbookException damaged(String how, Throwable cause) {
        return new UnreadableWorkbookException(
                Rule.WORKBOOK_UNREADABLE, "the workbook is damaged: " + how + REMEDY, cause);
    }

    /** Returns an exception for a readable workbook that does not contain the document. */
    public static UnreadableWorkbookException withoutDocument(String message) {
        return new UnreadableWorkbookException(Rule.SHEET_MISSING, message, null);
    }

    /**
     * Returns the exception of this type in a chain of causes, if any, because it is the most specific; otherwise one for a damaged
     * workbook.
     */
    public static UnreadableWorkbookException in(Throwable failure, String how) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableWorkbookException unreadable) {
                return unreadable;
            }
        }
        return damaged(how, failure);
    }

    /** Returns the rule that the file breaks. */
    public Rule rule() {
        return rule;
    }
}
