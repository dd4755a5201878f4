package uk.smets.mam.xlsx;

import java.io.IOException;
import java.io.Serial;

/**
 * The file is no workbook that can be read. The message says to a person in operations what it is and what to do; it becomes
 * the one finding about the file.
 */
final class UnreadableWorkbookException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What to do about a workbook that is damaged. */
    private static final String REMEDY = ": open it in a spreadsheet program and save it anew, or ask for it again";

    UnreadableWorkbookException(String message) {
        super(message);
    }

    private UnreadableWorkbookException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The workbook is damaged. */
    static UnreadableWorkbookException damaged(String how) {
        return new UnreadableWorkbookException("the workbook is damaged: " + how + REMEDY);
    }

    /** The workbook is damaged, as a library underneath says in words for developers. */
    static UnreadableWorkbookException damaged(String how, Throwable cause) {
        return new UnreadableWorkbookException("the workbook is damaged: " + how + REMEDY, cause);
    }

    /** The one that hides in a chain of causes, if there is one: it knows best what is wrong. */
    static UnreadableWorkbookException in(Throwable failure, String how) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableWorkbookException unreadable) {
                return unreadable;
            }
        }
        return damaged(how, failure);
    }
}
