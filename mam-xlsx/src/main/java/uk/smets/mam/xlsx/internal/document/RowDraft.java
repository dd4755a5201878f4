package uk.smets.mam.xlsx.internal.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/**
 * A row while it is read. It is reused from row to row: a field that is the same as in the previous row is not read again and keeps the
 * same object as its value.
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

    /** Sets which fields are not empty, valid or not: one bit each, by column index. */
    public final void given(long bits) {
        given = bits;
    }

    public final long given() {
        return given;
    }

    public final boolean isGiven(int index) {
        return (given & 1L << index) != 0;
    }

    /** Combines values from several fields, once the whole row has been read. */
    public abstract void complete();

    public abstract R build();
}
