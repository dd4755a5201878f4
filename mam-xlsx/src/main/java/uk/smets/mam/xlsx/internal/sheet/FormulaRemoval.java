package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.workbook.PackageParts;
import uk.smets.mam.xlsx.internal.workbook.PackageRewrite;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPart;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.XmlFilter;

/**
 * Updates the other parts of a workbook whose answered cells lose a formula: the calculation chain and, if it becomes empty, all
 * references to it.
 */
public final class FormulaRemoval {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String CHAIN_TYPE = "/calcChain";

    private FormulaRemoval() {}

    /**
     * Plans the changes to the other parts.
     *
     * @param workbook the workbook
     * @param sheet the sheet that is answered
     * @param answered the sheet's cells that lose a formula
     * @param changes receives the changes
     */
    public static void plan(
            WorkbookPackage workbook,
            WorkbookPackage.Sheet sheet,
            FormulaCells.Answered answered,
            PackageRewrite changes)
            throws IOException {
        Optional<WorkbookPart> part = workbook.calculationChain();
        if (part.isEmpty()) {
            return;
        }
        CalculationChain chain = new CalculationChain(sheet.id(), answered);
        String name = part.get().name();
        int left;
        try (InputStream in = part.get().open()) {
            left = chain.copy(in, OutputStream.nullOutputStream());
        }
        if (left > 0) {
            changes.replace(name, (in, out) -> chain.copy(in, out));
            return;
        }
        changes.drop(name);
        changes.replace(
                CONTENT_TYPES, (in, out) -> XmlFilter.copy(in, tag -> keepUnless(tag, "PartName", name, true), out));
        changes.replace(
                relationshipsOf(workbook.mainPart()),
                (in, out) -> XmlFilter.copy(in, tag -> keepUnless(tag, "Type", CHAIN_TYPE, false), out));
    }

    private static String relationshipsOf(WorkbookPart part) {
        String name = part.name();
        int slash = name.lastIndexOf('/');
        return name.substring(0, slash) + "/_rels" + name.substring(slash) + ".rels";
    }

    private static @Nullable String keepUnless(TagAttributes tag, String attribute, String value, boolean whole)
            throws IOException {
        while (tag.next()) {
            if (tag.nameIs(attribute)
                    && (whole
                            ? PackageParts.key(tag.value()).equals(PackageParts.key(value))
                            : tag.value().endsWith(value))) {
                return null;
            }
        }
        return "";
    }
}
