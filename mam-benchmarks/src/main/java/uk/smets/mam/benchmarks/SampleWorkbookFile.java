package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the Migration Schedule that the figures for workbooks are about, to measure the command line with. */
public final class SampleWorkbookFile {
    private SampleWorkbookFile() {}

    /**
     * Writes it.
     *
     * @param arguments how many rows it has, and the file
     * @throws IOException where the file can't be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: SampleWorkbookFile ROWS FILE");
            System.exit(2);
        }
        new SampleWorkbook(Integer.parseInt(arguments[0])).write(Path.of(arguments[1]));
    }
}
