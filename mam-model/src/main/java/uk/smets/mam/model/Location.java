package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The place of a {@link Finding}. The text has the format of a compiler, {@code ma.csv:4: field 4 (Migration Week)}, so
 * that editors and build logs create links from it; for a workbook it is
 * {@code schedule.xlsx: Migration Schedule!F12 (MPAN)}.
 */
public sealed interface Location extends Serializable {
    /** {@return the name of the input, not empty} */
    String file();

    /**
     * A field in a line.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param number the number of the field in the MAM's table, from 1
     * @param name the name of the field in the MAM
     */
    record Field(String file, long line, int number, String name) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param line the line, from 1
         * @param number the number of the field in the MAM's table, from 1
         * @param name the name of the field in the MAM
         */
        public Field {
            requireNonNull(file, "file");
            requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return file + ":" + line + ": field " + number + " (" + name + ")";
        }
    }

    /**
     * A whole line.
     *
     * @param file the name of the file
     * @param line the line, from 1
     */
    record Line(String file, long line) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param line the line, from 1
         */
        public Line {
            requireNonNull(file, "file");
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /**
     * A cell of a workbook.
     *
     * @param file the name of the file
     * @param sheet the name of the sheet, as on its tab
     * @param reference the cell's column and row, such as {@code F12}
     * @param number the number of its field in the MAM's table, from 1, or empty
     * @param name the name of its field in the MAM, or empty
     */
    record Cell(String file, String sheet, String reference, OptionalInt number, Optional<String> name)
            implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param sheet the name of the sheet
         * @param reference the cell's column and row
         * @param number the number of its field, or empty
         * @param name the name of its field, or empty
         */
        public Cell {
            requireNonNull(file, "file");
            requireNonNull(sheet, "sheet");
            requireNonNull(reference, "reference");
            requireNonNull(number, "number");
            requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return file + ": " + sheet + "!" + reference
                    + name.map(field -> " (" + field + ")").orElse("");
        }

        // An Optional is not serializable.
        private Object writeReplace() {
            return new Serialized(file, sheet, reference, number.orElse(0), name.orElse(null));
        }

        private record Serialized(
                String file,
                String sheet,
                String reference,
                int number,
                @Nullable String name) implements Serializable {
            private Object readResolve() {
                return new Cell(
                        file,
                        sheet,
                        reference,
                        number == 0 ? OptionalInt.empty() : OptionalInt.of(number),
                        Optional.ofNullable(name));
            }
        }
    }

    /**
     * A whole sheet of a workbook.
     *
     * @param file the name of the file
     * @param sheet the name of the sheet, as on its tab
     */
    record WholeSheet(String file, String sheet) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param sheet the name of the sheet
         */
        public WholeSheet {
            requireNonNull(file, "file");
            requireNonNull(sheet, "sheet");
        }

        @Override
        public String toString() {
            return file + ": " + sheet;
        }
    }

    /**
     * The whole file.
     *
     * @param file the name of the file
     */
    record WholeFile(String file) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         */
        public WholeFile {
            requireNonNull(file, "file");
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
