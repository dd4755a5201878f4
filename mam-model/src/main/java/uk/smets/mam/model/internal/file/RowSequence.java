package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a reader, one after the other. Once the reader has thrown or was closed, it gives no more rows: what a row behind a
 * failure means, nobody can say.
 *
 * @param <R> the type of the rows
 */
public final class RowSequence<R> {
    /** Where the rows come from. */
    @FunctionalInterface
    public interface Source<R> {
        /**
         * Reads the next row.
         *
         * @return the row, or null after the last
         * @throws IOException if it cannot be read
         */
        @Nullable
        R next() throws IOException;
    }

    private final Source<? extends R> source;
    private @Nullable Exception failure;
    private boolean closed;
    private boolean iterated;

    /**
     * Creates the sequence.
     *
     * @param source where the rows come from
     */
    public RowSequence(Source<? extends R> source) {
        this.source = source;
    }

    /**
     * Reads the next row.
     *
     * @return the row, or empty after the last
     * @throws IOException if it cannot be read
     * @throws IllegalStateException if the reader is closed, or has thrown before; then the cause is what it threw
     */
    public Optional<R> read() throws IOException {
        return Optional.ofNullable(next());
    }

    private @Nullable R next() throws IOException {
        if (closed) {
            throw new IllegalStateException("the reader is closed");
        }
        if (failure != null) {
            throw new IllegalStateException("the reader has failed before: open the source again", failure);
        }
        try {
            return source.next();
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /**
     * Iterates over the rows that were not read yet. Trouble with the source is an {@link UncheckedIOException} here.
     *
     * @return an iterator, the only one
     * @throws IllegalStateException if there was one already
     */
    public Iterator<R> iterator() {
        if (iterated) {
            throw new IllegalStateException("the rows were iterated over already: open the source again");
        }
        iterated = true;
        return new Rows();
    }

    /** Ends the sequence. */
    public void close() {
        closed = true;
    }

    private final class Rows implements Iterator<R> {
        private @Nullable R ahead;
        private boolean atEnd;

        @Override
        public boolean hasNext() {
            if (ahead == null && !atEnd) {
                try {
                    ahead = RowSequence.this.next();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                atEnd = ahead == null;
            }
            return ahead != null;
        }

        @Override
        public R next() {
            R row = hasNext() ? ahead : null;
            if (row == null) {
                throw new NoSuchElementException("no more rows");
            }
            ahead = null;
            return row;
        }
    }
}
