package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.smets.mam.csv.MigrationAuthorisation;

/** The texts of a sound document, which are then damaged and written in other ways. */
final class DamagedFile {
    /** The values of the header and of the rows. */
    final List<List<String>> records = new ArrayList<>();

    final Random random;
    char delimiter = ',';
    String lineEnd = "\n";
    Charset charset = UTF_8;
    String mark = "";
    boolean endsLastLine = true;
    boolean quotesAll;
    boolean quotesBarely;
    String aroundQuotes = "";

    DamagedFile(MigrationAuthorisation document, long seed) {
        random = new Random(seed);
        try {
            String text = new String(document.toBytes(), StandardCharsets.US_ASCII);
            for (CSVRecord record : CSVFormat.RFC4180.parse(new StringReader(text))) {
                records.add(new ArrayList<>(record.toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<List<String>> header() {
        return records.subList(0, 3);
    }

    List<List<String>> rows() {
        return records.subList(3, records.size());
    }

    /** Damages about half of the values that are not empty. */
    void eachValue(UnaryOperator<String> damage) {
        for (List<String> record : records) {
            record.replaceAll(value -> value.isEmpty() || random.nextInt(2) == 0 ? value : damage.apply(value));
        }
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder(mark);
        for (List<String> record : records) {
            for (int i = 0; i < record.size(); i++) {
                text.append(i == 0 ? "" : delimiter).append(written(record.get(i)));
            }
            text.append(lineEnd);
        }
        if (!endsLastLine) {
            text.setLength(text.length() - lineEnd.length());
        }
        // A text that the old encoding cannot represent was never saved in it.
        Charset used = charset.newEncoder().canEncode(text) ? charset : UTF_8;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.toString().getBytes(used));
        return bytes.toByteArray();
    }

    private String written(String value) {
        boolean needed = value.indexOf(delimiter) >= 0 || value.indexOf('"') >= 0;
        boolean bare =
                quotesBarely && value.indexOf(delimiter) < 0 && !value.strip().startsWith("\"");
        if (quotesAll || (needed && !bare)) {
            return aroundQuotes + '"' + value.replace("\"", "\"\"") + '"' + aroundQuotes;
        }
        return value;
    }
}
