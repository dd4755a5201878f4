package uk.smets.mam.xlsx.internal.xml;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;

/**
 * The file is not a workbook that can be read, or does not hold the document. The message says to a person in operations what is
 * wrong, in which part, and what to do; it becomes the one finding about the file.
 */
public final class UnreadableWorkbookException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What to do about a workbook that is damaged. */
    private static final String REMEDY = ": re-save it in Excel, or ask DCC to resend it";

    private final Rule rule;

    public UnreadableWorkbookException(String message) {
        this(Rule.WORKBOOK_UNREADABLE, message, null);
    }

    private UnreadableWorkbookException(Rule rule, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /** Returns the file has no content. */
    public static UnreadableWorkbookException empty() {
        return new UnreadableWorkbookException(
                Rule.FILE_EMPTY, "the file is empty: give the workbook that DCC sent", null);
    }

    /** Returns the workbook is damaged. */
    public static UnreadableWorkbookException damaged(String how) {
        return new UnreadableWorkbookException("the workbook is damaged: " + how + REMEDY);
    }

    /** Returns the workbook is damaged, as a library underneath says in words for developers. */
    public static UnreadableWorkbookException damaged(String how, Throwable cause) {
        return new UnreadableWorkbookException(
                Rule.WORKBOOK_UNREADABLE, "the workbook is damaged: " + how + REMEDY, cause);
    }

    /** Returns the workbook can be read, and the document is not in it. */
    public static UnreadableWorkbookException withoutDocument(String message) {
        return new UnreadableWorkbookException(Rule.SHEET_MISSING, message, null);
    }

    /** Returns the one that hides in a chain of causes, if there is one: it knows best what is wrong. */
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
