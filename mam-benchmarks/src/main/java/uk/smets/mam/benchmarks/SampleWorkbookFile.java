package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the sample Migration Schedule to a file, for measurements of the command line. */
public final class SampleWorkbookFile {
    private SampleWorkbookFile() {}

    /**
     * Writes the workbook.
     *
     * @param arguments the number of rows and the file
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: SampleWorkbookFile ROWS FILE");
            System.exit(2);
        }
        new SampleWorkbook(Integer.parseInt(arguments[0])).write(Path.of(arguments[1]));
    }
}
