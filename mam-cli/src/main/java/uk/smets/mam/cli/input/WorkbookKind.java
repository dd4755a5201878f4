package uk.smets.mam.cli.input;

import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.DocumentKind;

/** Which notification a workbook is read as. */
public final class WorkbookKind {
    private WorkbookKind() {}

    /** Whether a file calls itself a workbook of the present form. */
    public static boolean isNameOfOne(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.endsWith(".xlsx") || lowerCase.endsWith(".xlsm");
    }

    /**
     * By its headings where it has any; a workbook that can't be told is read as what its name says, so that the report tells what
     * keeps it from being one.
     */
    public static DocumentKind of(String name, Optional<DocumentKind> found) {
        if (found.isPresent()) {
            return found.get();
        }
        return name.toLowerCase(Locale.ROOT).contains("firmware")
                ? DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                : DocumentKind.MIGRATION_SCHEDULE;
    }
}
