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

/** Creates the rows of a {@link SampleWorkbook}, one after another, and collects their text as shared strings. */
final class SampleSchedule {
    /** The number of the heading row, from 1. */
    static final int HEADING_ROW = 6;

    private static final long SEED = 20190805;
    private static final int DEVICES = 7;
    private static final int SERIAL_NUMBERS = 5;
    private static final int CERTIFICATES = 10;

    /** The indices of the Network Operator's certificates; the others are the supplier's. */
    private static final List<Integer> NETWORK_OPERATOR_CERTIFICATES = List.of(2, 3, 6, 7);

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
     * Creates a schedule that starts with the first row.
     *
     * @param answered whether the yellow cells are filled
     */
    SampleSchedule(boolean answered) {
        this.answered = answered;
        for (int i = 0; i < operators.length; i++) {
            operators[i] = new String[] {serialNumber(), serialNumber()};
        }
    }

    /** Returns a serial number of 39 digits; most serial numbers of 16 octets, as in SMKI, have 38 or 39. */
    private String serialNumber() {
        StringBuilder digits = new StringBuilder("1");
        while (digits.length() < 39) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Returns the header rows and the heading row. */
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

    /** Returns a data row; the index starts at 0. */
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
            row.yellow((NETWORK_OPERATOR_CERTIFICATES.contains(i) ? operators[distributor] : supplier)[i % 2]);
            row.yellow(ISSUER);
        }
        return row.end();
    }

    /** Returns the shared strings of the rows created so far. */
    List<String> texts() {
        return texts;
    }

    /** Writes a row as Excel does. */
    private final class Row {
        private final int number;
        private final StringBuilder xml = new StringBuilder(2_000);
        private int column;

        Row(int number) {
            this.number = number;
            xml.append("<row r=\"").append(number).append("\" spans=\"1:37\">");
        }

        /** Adds a cell whose text is unique. */
        void unique(String text, int style) {
            cell(texts.size(), style);
            texts.add(text);
        }

        /** Adds a cell whose text other cells may share. */
        void repeated(String text, int style) {
            Integer index = repeated.get(text);
            if (index == null) {
                index = texts.size();
                repeated.put(text, index);
                texts.add(text);
            }
            cell(index, style);
        }

        /** Adds a yellow cell, which is empty unless the schedule is answered. */
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
