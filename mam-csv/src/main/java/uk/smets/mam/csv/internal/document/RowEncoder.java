package uk.smets.mam.csv.internal.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.table.Column;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.internal.field.FieldOutput;

/** Encodes the header and rows: canonical, quoted only if RFC 4180 requires it, each line ended by LF. */
final class RowEncoder {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);
    private static final int FIRST_CERTIFICATE = firstCertificate(MigrationAuthorisationTable.BODY);

    /** Limits the memory for a file in which every row has its own set of certificates. */
    private static final int MOST_BYTES_KEPT = 512 * 1024;

    private final FieldOutput certificates = new FieldOutput(1024);

    /** The encoded certificate fields of earlier rows, which later rows repeat. */
    private final Map<CertificateIds, byte[]> encoded = new HashMap<>();

    private long bytesKept;
    private @Nullable CertificateIds lastIds;
    private byte[] lastFields = {};

    private static int firstCertificate(List<Column<?>> columns) {
        int index = 0;
        while (!columns.get(index).certificate()) {
            index++;
        }
        return index;
    }

    void header(MigrationAuthorisationHeader header, FieldOutput out) {
        MigrationAuthorisationTable.USER_ID_TYPE.encode(header.userId(), out);
        out.put('\n');
        MigrationAuthorisationTable.COMMISSIONED_TYPE.encode(header.commissionedByDcc(), out);
        out.put('\n');
        MigrationAuthorisationTable.SMSO_TYPE.encode(header.smso(), out);
        out.put('\n');
    }

    void row(MigrationAuthorisationRow row, FieldOutput out) {
        for (int i = 0; i < FIRST_CERTIFICATE; i++) {
            COLUMNS[i].write(row, out);
            out.put(',');
        }
        CertificateIds ids = row.certificateIds();
        if (!ids.equals(lastIds)) {
            lastIds = ids;
            lastFields = certificateFields(row);
        }
        out.put(lastFields, 0, lastFields.length);
    }

    private byte[] certificateFields(MigrationAuthorisationRow row) {
        byte[] known = encoded.get(row.certificateIds());
        if (known != null) {
            return known;
        }
        byte[] fields = encodeCertificates(row);
        bytesKept += fields.length;
        if (bytesKept > MOST_BYTES_KEPT) {
            encoded.clear();
            bytesKept = fields.length;
        }
        encoded.put(row.certificateIds(), fields);
        return fields;
    }

    private byte[] encodeCertificates(MigrationAuthorisationRow row) {
        certificates.truncate(0);
        for (int i = FIRST_CERTIFICATE; i < COLUMNS.length; i++) {
            int start = certificates.size();
            COLUMNS[i].write(row, certificates);
            certificates.quoteFrom(start);
            certificates.put(i < COLUMNS.length - 1 ? ',' : '\n');
        }
        return Arrays.copyOf(certificates.array(), certificates.size());
    }
}
