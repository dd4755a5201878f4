package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.internal.primitive.MeterPointIndex;

/**
 * The meter points of documents that are checked together, so that {@link Rule#MPXN_DUPLICATE} is also found between
 * them. Only documents of the same kind are compared: a Migration Schedule may have the meter points of an earlier
 * firmware notification.
 *
 * <pre>{@code
 * ValidationOptions options = ValidationOptions.defaults().seenMeterPoints(SeenMeterPoints.none());
 * for (Path file : files) {
 *     reports.add(MigrationAuthorisation.validate(file, options));
 * }
 * }</pre>
 *
 * <p>Check each document only once: checking it again finds all its meter points as duplicates. Each meter point needs
 * 24 bytes of memory, or up to 60 with room to grow; in a document that is checked alone, three quarters of that.
 *
 * <p>Thread-safe. If documents are checked in parallel, it is not defined which of two rows is the first.
 */
public final class SeenMeterPoints {
    /**
     * The first place of a meter point.
     *
     * @param document the document
     * @param line the line or, in a workbook, the sheet row, from 1
     */
    public record Place(Document document, long line) {
        /**
         * Creates the place.
         *
         * @param document the document
         * @param line the line in it
         */
        public Place {
            requireNonNull(document, "document");
        }
    }

    /** The meter points of the documents of one kind. */
    private static final class Kind {
        private final boolean shared;
        private final List<Document> documents = new ArrayList<>();
        private final MeterPointIndex mpans;
        private final MeterPointIndex mprns;

        Kind(boolean shared) {
            this.shared = shared;
            mpans = new MeterPointIndex(shared);
            mprns = new MeterPointIndex(shared);
        }

        synchronized Document add(String name) {
            Document document = new Document(this, documents.size(), name);
            documents.add(document);
            return document;
        }

        Optional<Place> note(MeterPointIndex index, long number, int document, long line) {
            int shortLine = (int) Math.min(line, Integer.MAX_VALUE);
            return shared
                    ? noteAmongOthers(index, number, document, shortLine)
                    : place(index.first(number, document, shortLine));
        }

        private synchronized Optional<Place> noteAmongOthers(
                MeterPointIndex index, long number, int document, int line) {
            return place(index.first(number, document, line));
        }

        synchronized void forget(MeterPointIndex index, long number) {
            index.forget(number);
        }

        private Optional<Place> place(long first) {
            return first == 0
                    ? Optional.empty()
                    : Optional.of(new Place(documents.get((int) (first >>> 32)), (int) first));
        }
    }

    /** One of the documents. Not thread-safe. */
    public static final class Document {
        private final Kind kind;
        private final int number;
        private final String name;

        private Document(Kind kind, int number, String name) {
            this.kind = kind;
            this.number = number;
            this.name = name;
        }

        /** {@return the name of the document, as in findings} */
        public String name() {
            return name;
        }

        /**
         * Records a meter point of this document.
         *
         * @param mpan the meter point
         * @param line the line that it is in
         * @return its first place, or empty if it is new
         */
        public Optional<Place> note(Mpan mpan, long line) {
            return kind.note(kind.mpans, mpan.number(), number, line);
        }

        /**
         * Records a meter point of this document.
         *
         * @param mprn the meter point
         * @param line the line that it is in
         * @return its first place, or empty if it is new
         */
        public Optional<Place> note(Mprn mprn, long line) {
            return kind.note(kind.mprns, mprn.number(), number, line);
        }

        /**
         * Removes a meter point that was new when it was recorded, because its row is rejected.
         *
         * @param mpan the meter point
         */
        public void forget(Mpan mpan) {
            kind.forget(kind.mpans, mpan.number());
        }

        /**
         * Removes a meter point that was new when it was recorded, because its row is rejected.
         *
         * @param mprn the meter point
         */
        public void forget(Mprn mprn) {
            kind.forget(kind.mprns, mprn.number());
        }
    }

    private final Map<DocumentKind, Kind> kinds = new EnumMap<>(DocumentKind.class);

    private SeenMeterPoints() {}

    /** {@return an empty collection} */
    public static SeenMeterPoints none() {
        return new SeenMeterPoints();
    }

    /**
     * Returns a document that is not compared with others.
     *
     * @param name its name
     * @return the document, without meter points
     */
    public static Document documentAlone(String name) {
        return new Kind(false).add(requireNonNull(name, "name"));
    }

    /**
     * Adds a document.
     *
     * @param kind the kind of document
     * @param name its name in findings
     * @return the document, without meter points
     */
    public synchronized Document document(DocumentKind kind, String name) {
        return kinds.computeIfAbsent(requireNonNull(kind, "kind"), none -> new Kind(true))
                .add(requireNonNull(name, "name"));
    }

    /** {@return the kinds of documents, without meter points} */
    @Override
    public synchronized String toString() {
        return "SeenMeterPoints" + kinds.keySet();
    }
}
