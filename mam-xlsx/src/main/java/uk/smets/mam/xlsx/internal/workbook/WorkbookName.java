package uk.smets.mam.xlsx.internal.workbook;

import java.util.Locale;

/** The names of workbooks: Excel opens none whose content is of another kind than its name says. */
public final class WorkbookName {
    private WorkbookName() {}

    /**
     * Makes sure that a workbook is named like one of its kind.
     *
     * @param name the name
     * @param macros whether it may hold macros
     * @throws IllegalArgumentException where the name is that of another kind
     */
    public static void require(String name, boolean macros) {
        String extension = macros ? ".xlsm" : ".xlsx";
        if (!name.toLowerCase(Locale.ROOT).endsWith(extension)) {
            throw new IllegalArgumentException("file: the workbook " + (macros ? "may hold macros" : "holds no macros")
                    + ", and so its name ends in " + extension + ", or Excel does not open it; got " + name);
        }
    }
}
