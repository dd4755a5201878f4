package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import uk.smets.mam.model.internal.primitive.WorkbookForm;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Identifies files that are not a package, and explains how to convert them to a workbook. */
public final class FileForm {
    /** As many as identify either form of a workbook. */
    private static final int HEAD = 8;

    private static final String SAVE_AS = "save it as an Excel workbook (.xlsx) or a macro-enabled one (.xlsm)";
    private static final String PASSWORD =
            "the workbook is protected by a password: open it in Excel with its password, remove"
                    + " the password under File, Info, Protect Workbook, Encrypt with Password, and save it";
    private static final String LEGACY =
            "this is a workbook of Excel 97 to 2003 (.xls): open it in Excel and " + SAVE_AS;

    private FileForm() {}

    /**
     * Checks that a file may be a package.
     *
     * @param source the file
     * @throws UnreadableWorkbookException if it is something else
     */
    static void requirePackage(WorkbookSource source) throws IOException {
        if (source.isEmpty()) {
            throw UnreadableWorkbookException.empty();
        }
        byte[] head = head(source.channel());
        if (WorkbookForm.isZip(head)) {
            return;
        }
        if (WorkbookForm.isCompoundFile(head)) {
            throw new UnreadableWorkbookException(compoundFile(source));
        }
        throw new UnreadableWorkbookException("despite its name, this is not an Excel workbook: open it in the program"
                + " that made it and " + SAVE_AS + ", or give the workbook that DCC sent");
    }

    /**
     * Checks that the name of a workbook has the extension for its content; Excel does not open it otherwise.
     *
     * @param name the name
     * @param macros whether the workbook may hold macros
     * @throws IllegalArgumentException if the name has another extension
     */
    public static void requireName(String name, boolean macros) {
        String extension = macros ? ".xlsm" : ".xlsx";
        if (!name.toLowerCase(Locale.ROOT).endsWith(extension)) {
            throw new IllegalArgumentException("file: the workbook "
                    + (macros ? "can contain macros" : "contains no macros") + ", so its name must end in " + extension
                    + ", otherwise Excel does not open it; got " + name);
        }
    }

    private static byte[] head(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        channel.position(0);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // A channel may return fewer bytes than requested.
        }
        channel.position(0);
        return Arrays.copyOf(head.array(), head.position());
    }

    /** Returns the message for an OLE 2 compound file, the container of both old workbooks and encrypted new ones. */
    private static String compoundFile(WorkbookSource source) {
        try (POIFSFileSystem container = source.compoundFile()) {
            DirectoryEntry root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return PASSWORD;
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return LEGACY;
            }
        } catch (IOException | RuntimeException e) {
            // POI rejects a damaged container with checked and unchecked exceptions; the general message below applies.
        }
        return "this is a file of an older Microsoft Office version, or is protected by a password: open it in the"
                + " program that made it, remove the password, and " + SAVE_AS;
    }
}
