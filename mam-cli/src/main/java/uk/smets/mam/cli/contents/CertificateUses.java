package uk.smets.mam.cli.contents;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

/** The certificates in rows, with their slots and the number of rows. */
public final class CertificateUses {
    /** The slots of a certificate and the number of its rows. */
    static final class Use {
        private final Set<CertificateSlot> slots = EnumSet.noneOf(CertificateSlot.class);
        private long rows;
        private long lastRow;

        private void in(CertificateSlot slot, long row) {
            slots.add(slot);
            rows += row == lastRow ? 0 : 1;
            lastRow = row;
        }

        Set<CertificateSlot> slots() {
            return slots;
        }

        long rows() {
            return rows;
        }
    }

    private final Map<CertificateId, Use> uses = new HashMap<>();

    /** Adds the certificates of a row. Each row has its own number. */
    void add(CertificateIds ids, long row) {
        for (CertificateSlot slot : CertificateSlot.values()) {
            ids.get(slot)
                    .ifPresent(id -> uses.computeIfAbsent(id, used -> new Use()).in(slot, row));
        }
    }

    /** Returns the certificates, those in most rows first. */
    List<Map.Entry<CertificateId, Use>> list() {
        return uses.entrySet().stream()
                .sorted(Comparator.<Map.Entry<CertificateId, Use>>comparingLong(
                                entry -> -entry.getValue().rows())
                        .thenComparing(entry -> entry.getKey().issuerName())
                        .thenComparing(entry -> entry.getKey().serialNumber()))
                .toList();
    }
}
