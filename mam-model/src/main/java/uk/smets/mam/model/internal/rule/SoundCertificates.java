package uk.smets.mam.model.internal.rule;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;

/**
 * A cache of certificates without errors. The rows of a file repeat a few sets hundreds of thousands of times, in any
 * order unless the file is sorted.
 */
public final class SoundCertificates {
    private static final int PLACES = 64;

    private record Entry(CertificateIds ids, CertificateFields fields, boolean mpanGiven, boolean mprnGiven) {}

    private final @Nullable Entry[] entries = new @Nullable Entry[PLACES];
    private @Nullable Entry last;

    /** Creates an empty cache. */
    public SoundCertificates() {}

    /**
     * Returns whether the same certificates had no errors.
     *
     * @param fields which certificate fields are not empty
     * @param ids the certificates
     * @param mpanGiven whether the row has an MPAN
     * @param mprnGiven whether the row has an MPRN
     * @return true if they need not be checked again
     */
    public boolean contains(CertificateFields fields, CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        Entry known = find(ids, mpanGiven, mprnGiven);
        return known != null && known.fields.equals(fields);
    }

    /**
     * Returns whether the same certificates, with both fields of each, had no errors.
     *
     * @param ids the certificates
     * @param mpanGiven whether the row has an MPAN
     * @param mprnGiven whether the row has an MPRN
     * @return true if they need not be checked again
     */
    public boolean contains(CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        // A row in memory has both fields of a certificate or neither, so that the fields follow from its certificates.
        return find(ids, mpanGiven, mprnGiven) != null;
    }

    private @Nullable Entry find(CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        if (is(last, ids, mpanGiven, mprnGiven)) {
            return last;
        }
        Entry recent = entries[place(ids, mpanGiven, mprnGiven)];
        if (is(recent, ids, mpanGiven, mprnGiven)) {
            last = recent;
            return recent;
        }
        return null;
    }

    private static boolean is(@Nullable Entry entry, CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        return entry != null && entry.mpanGiven == mpanGiven && entry.mprnGiven == mprnGiven && entry.ids.equals(ids);
    }

    /**
     * Adds certificates without errors.
     *
     * @param fields which certificate fields are not empty
     * @param ids the certificates
     * @param mpanGiven whether the row has an MPAN
     * @param mprnGiven whether the row has an MPRN
     */
    public void add(CertificateFields fields, CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        Entry entry = new Entry(ids, fields, mpanGiven, mprnGiven);
        entries[place(ids, mpanGiven, mprnGiven)] = entry;
        last = entry;
    }

    /** Repeated sets are the same object; hashing their content would cost more than checking the rules. */
    private static int place(CertificateIds ids, boolean mpanGiven, boolean mprnGiven) {
        int identity = System.identityHashCode(ids);
        return (identity ^ (mpanGiven ? 1 : 0) ^ (mprnGiven ? 2 : 0)) & PLACES - 1;
    }
}
