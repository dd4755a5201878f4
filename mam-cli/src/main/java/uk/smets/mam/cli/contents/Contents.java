package uk.smets.mam.cli.contents;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/** The counts of the rows of a Migration Authorisation. */
public final class Contents {
    /** The kind of an installation, by the meter points in its row. */
    enum Kind {
        DUAL_FUEL("dual fuel"),
        ELECTRICITY_ONLY("electricity only"),
        GAS_ONLY("gas only"),
        NO_METER_POINT("without a meter point");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        public static Kind of(Optional<Mpan> mpan, Optional<Mprn> mprn) {
            if (mpan.isEmpty()) {
                return mprn.isEmpty() ? NO_METER_POINT : GAS_ONLY;
            }
            return mprn.isEmpty() ? ELECTRICITY_ONLY : DUAL_FUEL;
        }
    }

    private final Optional<MigrationAuthorisationHeader> header;
    private final Map<Kind, Long> kinds = new TreeMap<>();
    private final NavigableMap<MigrationWeek, Long> weeks = new TreeMap<>();
    private final CertificateUses certificates = new CertificateUses();
    private long rows;
    private long priority;
    private long migrateOn;

    private Contents(Optional<MigrationAuthorisationHeader> header) {
        this.header = header;
    }

    /** Reads the remaining rows of a reader. */
    public static Contents of(DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader)
            throws IOException {
        Contents contents = new Contents(headerOf(reader));
        for (Optional<MigrationAuthorisationRow> row = reader.read(); row.isPresent(); row = reader.read()) {
            contents.add(row.get());
        }
        return contents;
    }

    /** A reader throws an exception for a header with errors, which it has already reported to its listener. */
    private static Optional<MigrationAuthorisationHeader> headerOf(
            DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader) {
        try {
            return Optional.of(reader.header());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void add(MigrationAuthorisationRow row) {
        rows++;
        kinds.merge(Kind.of(row.mpan(), row.mprn()), 1L, Long::sum);
        row.effectiveWeek().ifPresent(week -> weeks.merge(week, 1L, Long::sum));
        priority += row.priority() ? 1 : 0;
        migrateOn += row.migrateOn().isPresent() ? 1 : 0;
        certificates.add(row.certificateIds(), rows);
    }

    Optional<MigrationAuthorisationHeader> header() {
        return header;
    }

    long rows() {
        return rows;
    }

    public long of(Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    NavigableMap<MigrationWeek, Long> weeks() {
        return weeks;
    }

    long priority() {
        return priority;
    }

    long migrateOn() {
        return migrateOn;
    }

    CertificateUses certificates() {
        return certificates;
    }

    /** Writes {@code installations}: the number of rows of each kind. */
    static void installations(JsonGenerator json, ToLongFunction<Kind> rows) {
        json.writeObjectPropertyStart("installations");
        for (Kind kind : Kind.values()) {
            json.writeNumberProperty(kind.name(), rows.applyAsLong(kind));
        }
        json.writeEndObject();
    }

    /** Writes an object with a value and the number of its rows. */
    static void counted(JsonGenerator json, String name, String value, long rows) {
        json.writeStartObject();
        json.writeStringProperty(name, value);
        json.writeNumberProperty("rows", rows);
        json.writeEndObject();
    }
}
