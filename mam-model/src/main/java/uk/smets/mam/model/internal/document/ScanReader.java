package uk.smets.mam.model.internal.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.ValidationReport;

/**
 * Reads the rows of a scan. After a failure it returns no more rows, because their meaning would be uncertain.
 *
 * @param <H> the type of the header
 * @param <R> the type of the rows
 */
final class ScanReader<H extends DocumentHeader, R> implements DocumentReader<H, R> {
    private final DocumentScan<H, R> scan;
    private final Supplier<ValidationReport> report;
    private @Nullable Exception failure;
    private boolean closed;
    private boolean iterated;

    ScanReader(DocumentScan<H, R> scan, Supplier<ValidationReport> report) {
        this.scan = scan;
        this.report = report;
    }

    @Override
    public H header() {
        requireOpen();
        return scan.header().orElseThrow(() -> new IllegalStateException("the header has an error: see the findings"));
    }

    @Override
    public Optional<R> read() throws IOException {
        return Optional.ofNullable(next());
    }

    private @Nullable R next() throws IOException {
        requireOpen();
        if (failure != null) {
            throw new IllegalStateException("the reader has failed before: open the input again", failure);
        }
        try {
            return scan.next();
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long line() {
        requireOpen();
        return scan.line();
    }

    @Override
    public Iterator<R> iterator() {
        requireOpen();
        if (iterated) {
            throw new IllegalStateException("the rows were iterated over before: open the input again");
        }
        iterated = true;
        return new Rows();
    }

    @Override
    public Stream<R> stream() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
    }

    @Override
    public ValidationReport report() {
        requireOpen();
        return report.get();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the reader is closed");
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            scan.close();
        }
    }

    private final class Rows implements Iterator<R> {
        private @Nullable R ahead;
        private boolean atEnd;

        @Override
        public boolean hasNext() {
            requireOpen();
            if (ahead == null && !atEnd) {
                try {
                    ahead = ScanReader.this.next();
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
