package uk.smets.mam.xlsx.internal.document;

/**
 * The rules that look at one row, for what is read and for what is in memory.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row that is being read
 */
public interface RowRules<R, D extends RowDraft<R>> {
    /** Checks a row that is being read, in which fields may be given and yet have no value. */
    void checkRead(D row);

    /** Checks a row in memory. */
    void check(R row);

    /** Forgets the row that was checked last, which is not written. */
    void withdraw();
}
