package uk.smets.mam.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Makes the rows of a {@link SampleWorkbook}, one after the other, and with them the table of their texts. */
final class SampleSchedule {
    /** The number of the row that the headings are in. */
    static final int HEADING_ROW = 6;

    private static final long SEED = 20190805;
    private static final int DEVICES = 7;
    private static final int SERIAL_NUMBERS = 5;
    private static final int CERTIFICATES = 10;
    /** Those of the Network Operators; the others are the supplier's. */
    private static final List<Integer> OF_OPERATORS = List.of(2, 3, 6, 7);

    private static final String ISSUER = "CN=Z1,OU=07";
    private static final List<String> LABELS = List.of("Name", "SEC Party Signifier", "Market Participant ID", "SMSO");
    private static final List<String> HEADER = List.of("Example Energy Supply Ltd", "EXSUPP,EXGASS", "EXPL,EXG", "NPW");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SampleMeterPoints meterPoints = new SampleMeterPoints();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> repeated = new HashMap<>();
    private final String[] supplier = {serialNumber(), serialNumber()};
    private final String[][] operators = new String[SampleCertificates.DISTRIBUTORS][];
    private final boolean answered;
    private int distributor;

    /**
     * Starts with the first row.
     *
     * @param answered whether the yellow cells are filled
     */
    SampleSchedule(boolean answered) {
        this.answered = answered;
        for (int i = 0; i < operators.length; i++) {
            operators[i] = new String[] {serialNumber(), serialNumber()};
        }
    }

    /** SMKI serial numbers have 16 octets, of which most have 39 digits, from 1 to 3. */
    private String serialNumber() {
        StringBuilder digits = new StringBuilder("1");
        while (digits.length() < 39) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** The rows above the body. */
    List<String> head() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            Row row = new Row(i + 1);
            row.repeated(LABELS.get(i), 0);
            row.repeated(HEADER.get(i), 0);
            rows.add(row.end());
        }
        Row headings = new Row(HEADING_ROW);
        for (DocumentField field : MigrationSchedule.fields()) {
            headings.repeated(field.name(), 0);
        }
        rows.add(headings.end());
        return rows;
    }

    /** A row of the body. */
    String row(int index) {
        if (random.nextInt(25) == 0) {
            distributor = (distributor + 1 + random.nextInt(operators.length - 1)) % operators.length;
        }
        Row row = new Row(HEADING_ROW + 1 + index);
        row.unique(Long.toString(meterPoints.mpan(index, SampleCertificates.FIRST_DISTRIBUTOR + distributor)), 0);
        row.unique(Long.toString(meterPoints.mprn(index)), 0);
        row.repeated(String.format(Locale.ROOT, "%02d/09/2019", 1 + index / 25 % 28), 0);
        row.repeated(String.format(Locale.ROOT, "%02d/10/2019", 1 + index / 25 % 28), 0);
        for (int i = 0; i < DEVICES; i++) {
            row.unique(new DeviceId(random.nextLong()).toString(), 0);
        }
        for (int i = 0; i < SERIAL_NUMBERS; i++) {
            row.unique("SN" + (i + 1) + "-" + (100_000_000 + random.nextInt(900_000_000)), 0);
        }
        row.yellow("Y");
        for (int i = 0; i < CERTIFICATES; i++) {
            row.yellow((OF_OPERATORS.contains(i) ? operators[distributor] : supplier)[i % 2]);
            row.yellow(ISSUER);
        }
        return row.end();
    }

    /** The table of texts, as far as rows were made. */
    List<String> texts() {
        return texts;
    }

    /** A row as Excel writes it. */
    private final class Row {
        private final int number;
        private final StringBuilder xml = new StringBuilder(2_000);
        private int column;

        Row(int number) {
            this.number = number;
            xml.append("<row r=\"").append(number).append("\" spans=\"1:37\">");
        }

        /** A cell whose text no other cell has. */
        void unique(String text, int style) {
            cell(texts.size(), style);
            texts.add(text);
        }

        /** A cell whose text others may have. */
        void repeated(String text, int style) {
            Integer index = repeated.get(text);
            if (index == null) {
                index = texts.size();
                repeated.put(text, index);
                texts.add(text);
            }
            cell(index, style);
        }

        /** A yellow cell, which is empty where the schedule is not answered. */
        void yellow(String text) {
            if (answered) {
                repeated(text, 1);
            } else {
                startCell(1);
                xml.append("/>");
            }
        }

        private void cell(int index, int style) {
            startCell(style);
            xml.append(" t=\"s\"><v>").append(index).append("</v></c>");
        }

        private void startCell(int style) {
            xml.append("<c r=\"");
            if (column >= 26) {
                xml.append((char) ('A' + column / 26 - 1));
            }
            xml.append((char) ('A' + column % 26)).append(number).append('"');
            if (style > 0) {
                xml.append(" s=\"").append(style).append('"');
            }
            column++;
        }

        String end() {
            return xml.append("</row>").toString();
        }
    }
}
