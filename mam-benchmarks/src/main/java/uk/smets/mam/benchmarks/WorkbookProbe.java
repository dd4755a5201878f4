package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** Reads, writes or answers a schedule, with this library or another, and prints the time that it takes. */
final class WorkbookProbe {
    static final String READ = "typed, validated streaming read";
    static final String WRITE = "typed, checked write";
    static final String WRITE_SXSSF = "POI `SXSSFWorkbook`, inline strings";
    static final String WRITE_FASTEXCEL = "fastexcel writer, inline strings";
    static final String RESPOND = "response, 21 columns of all rows";
    static final String RESPOND_POI = "POI `XSSFWorkbook`, edited";

    private static final int FIELDS = 37;
    private static final int FIRST_YELLOW = 16;
    private static final String CRITICAL = "57212471004629716046573406635618602124";
    private static final String NON_CRITICAL = "153692228418958944383506271218687474499";
    private static final String ISSUER = "CN=Z1,OU=07";

    private final Path schedule;
    private final Path target;

    private WorkbookProbe(Path schedule) {
        this.schedule = schedule;
        target = schedule.resolveSibling("target.xlsx");
    }

    /**
     * Runs the warm-ups and then the measured run, and prints the nanoseconds of the latter.
     *
     * @param arguments the job, the schedule and the number of warm-ups
     * @throws IOException if the job fails
     * @throws InvalidFormatException if POI cannot read the schedule
     */
    public static void main(String[] arguments) throws IOException, InvalidFormatException {
        WorkbookProbe probe = new WorkbookProbe(Path.of(arguments[1]));
        System.out.println(probe.measure(arguments[0], Integer.parseInt(arguments[2])));
    }

    private long measure(String work, int warmUps) throws IOException, InvalidFormatException {
        // Loads the rows into memory before the measurement: typed rows for this library, strings for the peers.
        MigrationSchedule document = work.equals(WRITE) ? MigrationSchedule.parse(schedule) : null;
        List<String[]> texts = work.equals(WRITE_SXSSF) || work.equals(WRITE_FASTEXCEL) ? texts() : List.of();
        long nanoseconds = 0;
        for (int i = 0; i <= warmUps; i++) {
            Files.deleteIfExists(target);
            long start = System.nanoTime();
            switch (work) {
                case READ -> read();
                case WRITE -> write(requireNonNull(document));
                case WRITE_SXSSF -> writeSxssf(texts);
                case WRITE_FASTEXCEL -> writeFastexcel(texts);
                case RESPOND -> respond();
                case RESPOND_POI -> respondPoi();
                default -> throw new IllegalArgumentException(work);
            }
            nanoseconds = System.nanoTime() - start;
        }
        return nanoseconds;
    }

    private List<String[]> texts() throws IOException {
        List<String[]> texts = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(schedule.toFile())) {
            workbook.getFirstSheet()
                    .openStream()
                    .filter(row -> row.getRowNum() > SampleSchedule.HEADING_ROW)
                    .forEach(row -> {
                        String[] fields = new String[FIELDS];
                        for (int i = 0; i < FIELDS; i++) {
                            fields[i] = row.getCellText(i);
                        }
                        texts.add(fields);
                    });
        }
        return texts;
    }

    /** Reads typed rows with all rules on, including duplicates. */
    private void read() throws IOException {
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(schedule)) {
            for (MigrationScheduleRow row : reader) {
                requireNonNull(row);
            }
        }
    }

    /** Writes typed rows and checks each by the row rules. */
    private void write(MigrationSchedule document) throws IOException {
        try (DocumentWriter<MigrationScheduleRow> writer = MigrationSchedule.create(target, document.header())) {
            for (MigrationScheduleRow row : document.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
    }

    private void writeSxssf(List<String[]> texts) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = output()) {
            SXSSFSheet sheet = workbook.createSheet();
            int number = 0;
            for (String[] fields : texts) {
                Row row = sheet.createRow(number++);
                for (int i = 0; i < FIELDS; i++) {
                    row.createCell(i).setCellValue(fields[i]);
                }
            }
            workbook.write(out);
        }
    }

    private void writeFastexcel(List<String[]> texts) throws IOException {
        try (OutputStream out = output();
                Workbook workbook = new Workbook(out, "peer", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Migration Schedule");
            int number = 0;
            for (String[] fields : texts) {
                for (int i = 0; i < FIELDS; i++) {
                    sheet.inlineString(number, i, fields[i]);
                }
                number++;
                if (number % 1_000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    private OutputStream output() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(target), 64 * 1024);
    }

    /** Answers all 21 yellow fields of every row. */
    private void respond() throws IOException {
        CertificatePair pair =
                CertificatePair.of(CertificateId.of(CRITICAL, ISSUER), CertificateId.of(NON_CRITICAL, ISSUER));
        CertificateIds all =
                CertificateIds.ofSupplier(pair).withEsmeNetworkOperator(pair).withGpfNetworkOperator(pair);
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.certificates(all).withPriority())
                .write(target);
    }

    private void respondPoi() throws IOException, InvalidFormatException {
        // Opens a copy for writing: POI does not save a package that is opened for reading, even to another file.
        Path copy = Files.copy(schedule, schedule.resolveSibling("copy.xlsx"));
        OPCPackage parts = OPCPackage.open(copy.toFile());
        try (XSSFWorkbook workbook = new XSSFWorkbook(parts);
                OutputStream out = output()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int number = SampleSchedule.HEADING_ROW; number <= sheet.getLastRowNum(); number++) {
                Row row = sheet.getRow(number);
                for (int i = FIRST_YELLOW; i < FIELDS; i++) {
                    row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(answer(i - FIRST_YELLOW));
                }
            }
            workbook.write(out);
            parts.revert();
        } finally {
            Files.delete(copy);
        }
    }

    private static String answer(int yellow) {
        if (yellow == 0) {
            return "Y";
        }
        return yellow % 2 == 0 ? ISSUER : yellow % 4 == 1 ? CRITICAL : NON_CRITICAL;
    }
}
