package uk.smets.mam.model.internal;

import java.util.HashMap;
import java.util.Map;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;

/**
 * Shares equal certificates between rows, so that a million rows do not hold a million copies. A supplier has few, and
 * there are few Network Operators; a file in which every row has its own must not fill the pool.
 */
final class CertificatePool {
    private static final int LARGEST = 4_096;

    private final Map<CertificateId, CertificateId> ids = new HashMap<>();
    private final Map<CertificateIds, CertificateIds> sets = new HashMap<>();

    CertificateId shared(CertificateId id) {
        return shared(ids, id);
    }

    CertificateIds shared(CertificateIds set) {
        return shared(sets, set);
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
