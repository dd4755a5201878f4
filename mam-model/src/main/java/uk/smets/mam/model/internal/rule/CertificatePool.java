package uk.smets.mam.model.internal.rule;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

/**
 * Shares equal certificates between rows, so that a million rows do not need a million copies. Normally a file has few
 * different certificates; if every row has its own, the pool stays small.
 *
 * <p>Recent sets are found in one slot without hashing them completely: if a file is not sorted by distributor, the
 * set differs in every row from that of the previous one.
 */
public final class CertificatePool {
    private static final int LARGEST = 4_096;
    private static final int PLACES = 256;

    private final Map<CertificateId, CertificateId> ids = new HashMap<>();
    private final Map<CertificateIds, CertificateIds> sets = new HashMap<>();

    private final @Nullable CertificateId[] recentIds = new @Nullable CertificateId[PLACES];
    private final @Nullable CertificateIds[] recentSets = new @Nullable CertificateIds[PLACES];
    private final @Nullable CertificateId[][] recentMembers = new @Nullable CertificateId[PLACES][];

    CertificateId certificate(BigInteger serialNumber, String issuerName) {
        int place = serialNumber.intValue() & PLACES - 1;
        CertificateId recent = recentIds[place];
        if (recent != null
                && recent.serialNumber().equals(serialNumber)
                && recent.issuerName().equals(issuerName)) {
            return recent;
        }
        CertificateId id = shared(ids, new CertificateId(serialNumber, issuerName));
        recentIds[place] = id;
        return id;
    }

    /** Returns a set with a certificate for each {@link CertificateSlot}. */
    CertificateIds set(@Nullable CertificateId[] members) {
        int place = place(members);
        CertificateIds recent = recentSets[place];
        if (recent != null && Arrays.equals(recentMembers[place], members)) {
            return recent;
        }
        CertificateIds set = shared(sets, CertificateIds.of(slot -> Optional.ofNullable(members[slot.ordinal()])));
        recentSets[place] = set;
        recentMembers[place] = members.clone();
        return set;
    }

    private static int place(@Nullable CertificateId[] members) {
        int hash = 0;
        for (CertificateId member : members) {
            hash = hash * 31 + (member == null ? 0 : member.serialNumber().intValue());
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    private static <T> T shared(Map<T, T> pool, T value) {
        T known = pool.get(value);
        if (known != null) {
            return known;
        }
        if (pool.size() == LARGEST) {
            pool.clear();
        }
        pool.put(value, value);
        return value;
    }
}
