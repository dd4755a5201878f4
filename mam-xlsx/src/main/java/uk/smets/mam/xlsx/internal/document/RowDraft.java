package uk.smets.mam.xlsx.internal.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/**
 * The row that is being read. It goes on from row to row, so that a field that is the same as in the row before need not be
 * read again, and its value is the same object.
 *
 * @param <R> the type of the rows
 */
public abstract class RowDraft<R> {
    private long given;
    private @Nullable Mpan mpan;
    private @Nullable Mprn mprn;
    private @Nullable LocalDate notBefore;
    private @Nullable LocalDate notAfter;

    public void mpan(@Nullable Mpan value) {
        mpan = value;
    }

    public void mprn(@Nullable Mprn value) {
        mprn = value;
    }

    public void notBefore(@Nullable LocalDate value) {
        notBefore = value;
    }

    void notAfter(@Nullable LocalDate value) {
        notAfter = value;
    }

    @Nullable
    public Mpan mpan() {
        return mpan;
    }

    @Nullable
    public Mprn mprn() {
        return mprn;
    }

    @Nullable
    public LocalDate notBefore() {
        return notBefore;
    }

    @Nullable
    LocalDate notAfter() {
        return notAfter;
    }

    /** Sets which fields hold anything, readable or not: a bit each, by the index of the column. */
    public final void given(long bits) {
        given = bits;
    }

    public final long given() {
        return given;
    }

    public final boolean isGiven(int index) {
        return (given & 1L << index) != 0;
    }

    /** Puts together what is in several fields, once all of the row were read. */
    public abstract void complete();

    public abstract R build();
}
