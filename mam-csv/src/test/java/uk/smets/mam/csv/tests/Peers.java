package uk.smets.mam.csv.tests;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationAuthorisationRow;

/** The records of a CSV file as independent libraries read them. */
final class Peers {
    private Peers() {}

    static List<List<String>> jackson(String csv) {
        CsvFactory factory =
                CsvFactory.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
        List<List<String>> records = new ArrayList<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), new StringReader(csv))) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && ++depth == 2) {
                    records.add(new ArrayList<>());
                } else if (token == JsonToken.END_ARRAY) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING) {
                    records.get(records.size() - 1).add(parser.getString());
                }
            }
        }
        return records;
    }

    static List<List<String>> commonsCsv(String csv) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        return format.parse(new StringReader(csv)).stream()
                .map(CSVRecord::toList)
                .toList();
    }

    static List<List<String>> fastCsv(String csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    /** The records of a document in a file, derived only from clause 7.2. */
    static List<List<String>> expected(MigrationAuthorisation document) {
        List<List<String>> records = new ArrayList<>();
        records.add(List.of(document.header().userId().toString()));
        records.add(List.of(document.header().commissionedByDcc() ? "YES" : "NO"));
        records.add(List.of(document.header().smso().name()));
        document.rows().forEach(row -> records.add(fields(row)));
        return records;
    }

    private static List<String> fields(MigrationAuthorisationRow row) {
        List<String> fields = new ArrayList<>();
        fields.add(row.mpan().map(Object::toString).orElse(""));
        fields.add(row.mprn().map(Object::toString).orElse(""));
        fields.add(row.migrateOn().map(day -> day.toString().replace("-", "")).orElse(""));
        fields.add(row.migrationWeek()
                .map(week -> week.monday().toString().replace("-", ""))
                .orElse(""));
        fields.add(row.priority() ? "Y" : "");
        for (CertificateSlot slot : CertificateSlot.values()) {
            fields.add(row.certificateIds()
                    .get(slot)
                    .map(CertificateId::serialNumber)
                    .map(Object::toString)
                    .orElse(""));
            fields.add(row.certificateIds()
                    .get(slot)
                    .map(CertificateId::issuerName)
                    .orElse(""));
        }
        return fields;
    }
}
