package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Reads the same workbook from a file. The score is the time per row. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(WorkbookReadBenchmark.ROWS)
@State(Scope.Thread)
public class WorkbookReadBenchmark {
    static final int ROWS = 100_000;

    private Path file = Path.of("");

    /**
     * Creates the workbook.
     *
     * @throws IOException if it cannot be written
     */
    @Setup
    public void makeFile() throws IOException {
        file = Files.createTempFile("mam-benchmarks", ".xlsx");
        new SampleWorkbook(ROWS).write(file);
    }

    /**
     * Deletes the workbook.
     *
     * @throws IOException if it cannot be deleted
     */
    @TearDown
    public void removeFile() throws IOException {
        Files.delete(file);
    }

    /**
     * Reads typed rows with all rules on, including duplicates.
     *
     * @param rows consumes the rows
     * @throws IOException never
     */
    @Benchmark
    public void mam(Blackhole rows) throws IOException {
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(file)) {
            for (MigrationScheduleRow row : reader) {
                rows.consume(row);
            }
        }
    }

    /**
     * Reads the text of every cell with POI's event reader.
     *
     * @param texts consumes the strings
     * @throws IOException never
     * @throws OpenXML4JException never
     * @throws SAXException never
     * @throws ParserConfigurationException never
     */
    @Benchmark
    public void poiEvents(Blackhole texts)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(parts);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(parts),
                    new CellTexts(texts),
                    new DataFormatter(),
                    false));
            Iterator<InputStream> sheets = reader.getSheetsData();
            try (InputStream sheet = sheets.next()) {
                parser.parse(new InputSource(sheet));
            }
        }
    }

    /** Consumes the strings from POI. */
    private record CellTexts(Blackhole texts) implements XSSFSheetXMLHandler.SheetContentsHandler {
        @Override
        public void startRow(int row) {
            texts.consume(row);
        }

        @Override
        public void endRow(int row) {
            texts.consume(row);
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            texts.consume(value);
        }
    }

    /**
     * Reads the text of every cell with fastexcel.
     *
     * @param texts consumes the strings
     * @throws IOException never
     */
    @Benchmark
    public void fastexcel(Blackhole texts) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                for (Cell cell : row) {
                    texts.consume(cell.getText());
                }
            });
        }
    }
}
