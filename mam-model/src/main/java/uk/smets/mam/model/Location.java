package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/**
 * The place of a {@link Finding}. The text has the format of a compiler, {@code ma.csv:4: field 4 (Migration Week)}, so
 * that editors and build logs create links from it; for a workbook it is
 * {@code schedule.xlsx: Migration Schedule!F12 (MPAN)}.
 */
public sealed interface Location extends Serializable {
    /** {@return the name of the input, not empty} */
    String file();

    /** {@return the number of the line, from 1; empty for a workbook, and for the whole file} */
    default OptionalLong line() {
        return OptionalLong.empty();
    }

    /** {@return the number of the field in the MAM's table, from 1; empty if the place is not that of a field} */
    default OptionalInt field() {
        return OptionalInt.empty();
    }

    /** {@return the name of the field in the MAM; empty if the place is not that of a field} */
    default Optional<String> fieldName() {
        return Optional.empty();
    }

    /** {@return the name of the sheet, as on its tab; empty for a text, and for the whole file} */
    default Optional<String> sheet() {
        return Optional.empty();
    }

    /** {@return the column and row of the cell, such as {@code F12}; empty if the place is not a cell} */
    default Optional<String> cell() {
        return Optional.empty();
    }

    /**
     * Returns this place without meter points: a run of nine digits or more in the name of the file or sheet is replaced by asterisks.
     *
     * @return the masked place; masking it again changes nothing
     */
    Location masked();

    /**
     * A field in a line.
     *
     * @param file the name of the file
     * @param lineNumber the line, from 1
     * @param number the number of the field in the MAM's table, from 1
     * @param name the name of the field in the MAM
     */
    record Field(String file, long lineNumber, int number, String name) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param lineNumber the line, from 1
         * @param number the number of the field in the MAM's table, from 1
         * @param name the name of the field in the MAM
         */
        public Field {
            requireNonNull(file, "file");
            requireNonNull(name, "name");
        }

        @Override
        public OptionalLong line() {
            return OptionalLong.of(lineNumber);
        }

        @Override
        public OptionalInt field() {
            return OptionalInt.of(number);
        }

        @Override
        public Optional<String> fieldName() {
            return Optional.of(name);
        }

        @Override
        public Location masked() {
            return new Field(MeterPointMask.inSentence(file), lineNumber, number, name);
        }

        @Override
        public String toString() {
            return file + ":" + lineNumber + ": field " + number + " (" + name + ")";
        }
    }

    /**
     * A whole line.
     *
     * @param file the name of the file
     * @param lineNumber the line, from 1
     */
    record Line(String file, long lineNumber) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param lineNumber the line, from 1
         */
        public Line {
            requireNonNull(file, "file");
        }

        @Override
        public OptionalLong line() {
            return OptionalLong.of(lineNumber);
        }

        @Override
        public Location masked() {
            return new Line(MeterPointMask.inSentence(file), lineNumber);
        }

        @Override
        public String toString() {
            return file + ":" + lineNumber;
        }
    }

    /**
     * A cell of a workbook.
     *
     * @param file the name of the file
     * @param sheetName the name of the sheet, as on its tab
     * @param reference the cell's column and row, such as {@code F12}
     * @param number the number of its field in the MAM's table, from 1, or empty
     * @param name the name of its field in the MAM, or empty
     */
    record Cell(String file, String sheetName, String reference, OptionalInt number, Optional<String> name)
            implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param sheetName the name of the sheet
         * @param reference the cell's column and row
         * @param number the number of its field, or empty
         * @param name the name of its field, or empty
         */
        public Cell {
            requireNonNull(file, "file");
            requireNonNull(sheetName, "sheetName");
            requireNonNull(reference, "reference");
            requireNonNull(number, "number");
            requireNonNull(name, "name");
        }

        @Override
        public Optional<String> sheet() {
            return Optional.of(sheetName);
        }

        @Override
        public Optional<String> cell() {
            return Optional.of(reference);
        }

        @Override
        public OptionalInt field() {
            return number;
        }

        @Override
        public Optional<String> fieldName() {
            return name;
        }

        @Override
        public Location masked() {
            return new Cell(
                    MeterPointMask.inSentence(file),
                    MeterPointMask.inSentence(sheetName),
                    reference,
                    number,
                    name.map(MeterPointMask::inSentence));
        }

        @Override
        public String toString() {
            return file + ": " + sheetName + "!" + reference
                    + name.map(field -> " (" + field + ")").orElse("");
        }

        // An Optional is not serializable.
        private Object writeReplace() {
            return new Serialized(file, sheetName, reference, number.orElse(0), name.orElse(null));
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
     * @param sheetName the name of the sheet, as on its tab
     */
    record WholeSheet(String file, String sheetName) implements Location {
        /**
         * Creates the location.
         *
         * @param file the name of the file
         * @param sheetName the name of the sheet
         */
        public WholeSheet {
            requireNonNull(file, "file");
            requireNonNull(sheetName, "sheetName");
        }

        @Override
        public Optional<String> sheet() {
            return Optional.of(sheetName);
        }

        @Override
        public Location masked() {
            return new WholeSheet(MeterPointMask.inSentence(file), MeterPointMask.inSentence(sheetName));
        }

        @Override
        public String toString() {
            return file + ": " + sheetName;
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
        public Location masked() {
            return new WholeFile(MeterPointMask.inSentence(file));
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
