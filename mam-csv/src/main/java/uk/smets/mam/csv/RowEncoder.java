package uk.smets.mam.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.internal.FieldOutput;

/** Makes the bytes of the header and of rows: canonical, quoted only where RFC 4180 needs it, each line ended in LF. */
final class RowEncoder {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);
    private static final int FIRST_CERTIFICATE = firstCertificate(MigrationAuthorisationTable.BODY);

    /** The certificate fields of the last row, which most rows repeat. */
    private final FieldOutput certificates = new FieldOutput(1024);

    private @Nullable CertificateIds encoded;

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
        if (!ids.equals(encoded)) {
            encodeCertificates(row);
        }
        encoded = ids;
        out.put(certificates.array(), 0, certificates.size());
    }

    private void encodeCertificates(MigrationAuthorisationRow row) {
        certificates.truncate(0);
        for (int i = FIRST_CERTIFICATE; i < COLUMNS.length; i++) {
            int start = certificates.size();
            COLUMNS[i].write(row, certificates);
            certificates.quoteFrom(start);
            certificates.put(i < COLUMNS.length - 1 ? ',' : '\n');
        }
    }
}
