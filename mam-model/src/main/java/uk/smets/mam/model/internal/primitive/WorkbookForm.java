package uk.smets.mam.model.internal.primitive;

import java.util.Arrays;
import java.util.Locale;

/** Whether a file has the form of a workbook, by its name and its first bytes. */
public final class WorkbookForm {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private WorkbookForm() {}

    /**
     * Returns whether a name has the extension of a workbook.
     *
     * @param name the name of the file
     * @return true for {@code .xlsx} and {@code .xlsm}, in upper or lower case
     */
    public static boolean isName(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.endsWith(".xlsx") || lowerCase.endsWith(".xlsm");
    }

    /**
     * Returns whether a file is read as a workbook, so that the report states why it is not one.
     *
     * @param name the name of the file
     * @param start its first bytes
     * @return true for the name of a workbook, a compound file (OLE 2), and a ZIP container that is not named as an archive
     */
    public static boolean isWorkbook(String name, byte[] start) {
        return isName(name) || isCompoundFile(start) || isPackage(name, start);
    }

    /**
     * Returns whether a file is a ZIP container that is not named as an archive.
     *
     * @param name the name of the file
     * @param start its first bytes
     * @return whether it is
     */
    public static boolean isPackage(String name, byte[] start) {
        return isZip(start) && !isArchiveName(name);
    }

    /**
     * Returns whether a file is a ZIP container that is named as an archive. It may still be a workbook.
     *
     * @param name the name of the file
     * @param start its first bytes
     * @return whether it is
     */
    public static boolean isArchive(String name, byte[] start) {
        return isZip(start) && isArchiveName(name);
    }

    /**
     * Returns whether a file is a ZIP container, as workbooks and archives are.
     *
     * @param start its first bytes
     * @return whether it is
     */
    public static boolean isZip(byte[] start) {
        return startsWith(start, ZIP);
    }

    /**
     * Returns whether a file is a compound file (OLE 2), as old and encrypted workbooks are.
     *
     * @param start its first bytes
     * @return whether it is
     */
    public static boolean isCompoundFile(byte[] start) {
        return startsWith(start, OLE2);
    }

    private static boolean isArchiveName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }
}
