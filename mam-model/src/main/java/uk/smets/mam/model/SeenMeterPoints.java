package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.internal.primitive.MeterPointIndex;

/**
 * The meter points of documents that are checked together, so that {@link Rule#MPXN_DUPLICATE} is also found between them. Documents
 * of one kind are compared with each other: that a Migration Schedule has a meter point of an earlier firmware notification is as it
 * should be.
 *
 * <pre>{@code
 * ValidationOptions options = ValidationOptions.defaults().seenMeterPoints(SeenMeterPoints.none());
 * for (Path file : files) {
 *     reports.add(MigrationAuthorisation.validate(file, options));
 * }
 * }</pre>
 *
 * <p>Hand each document over once: a second pass over one finds all its own meter points. Of each meter point 16 bytes are kept, and
 * twice that with the room to grow; of one document alone it would be 12.
 *
 * <p>May be used by several threads at once. Which of two documents then has the first of two rows is a matter of chance.
 */
public final class SeenMeterPoints {
    /**
     * Where a meter point was first.
     *
     * @param document the document
     * @param line the line in it, or the row of its sheet, from 1
     */
    public record Place(Document document, long line) {
        /**
         * Creates a place.
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

    /** One of the documents. Not for several threads at once. */
    public static final class Document {
        private final Kind kind;
        private final int number;
        private final String name;

        private Document(Kind kind, int number, String name) {
            this.kind = kind;
            this.number = number;
            this.name = name;
        }

        /** {@return the name of the document, as findings have it} */
        public String name() {
            return name;
        }

        /**
         * Notes a meter point of this document.
         *
         * @param mpan the meter point
         * @param line the line that it is in
         * @return where it was first, or empty if it is new
         */
        public Optional<Place> note(Mpan mpan, long line) {
            return kind.note(kind.mpans, mpan.number(), number, line);
        }

        /**
         * Notes a meter point of this document.
         *
         * @param mprn the meter point
         * @param line the line that it is in
         * @return where it was first, or empty if it is new
         */
        public Optional<Place> note(Mprn mprn, long line) {
            return kind.note(kind.mprns, mprn.number(), number, line);
        }

        /**
         * Forgets a meter point that was new when this document noted it: that of a row which does not become part of the document.
         *
         * @param mpan the meter point
         */
        public void forget(Mpan mpan) {
            kind.forget(kind.mpans, mpan.number());
        }

        /**
         * Forgets a meter point that was new when this document noted it: that of a row which does not become part of the document.
         *
         * @param mprn the meter point
         */
        public void forget(Mprn mprn) {
            kind.forget(kind.mprns, mprn.number());
        }
    }

    private final Map<DocumentKind, Kind> kinds = new EnumMap<>(DocumentKind.class);

    private SeenMeterPoints() {}

    /** {@return one that has seen no meter point} */
    public static SeenMeterPoints none() {
        return new SeenMeterPoints();
    }

    /**
     * Returns a document that is compared with no other.
     *
     * @param name its name
     * @return the document, without a meter point
     */
    public static Document documentAlone(String name) {
        return new Kind(false).add(requireNonNull(name, "name"));
    }

    /**
     * Adds a document.
     *
     * @param kind the kind of document
     * @param name its name, for places in findings
     * @return the document, without a meter point
     */
    public synchronized Document document(DocumentKind kind, String name) {
        return kinds.computeIfAbsent(requireNonNull(kind, "kind"), none -> new Kind(true))
                .add(requireNonNull(name, "name"));
    }
}
