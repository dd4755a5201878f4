package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

/**
 * Where a {@link Finding} is. The text form is that of a compiler, {@code ma.csv:4: field 4 (Migration Week)}, so that
 * editors and build logs link it.
 */
public sealed interface Location {
    /**
     * The name of the file or stream, without its folder.
     *
     * @return the name, never empty
     */
    String file();

    /**
     * A field of a line.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param number the field's number in the MAM's own table, from 1
     * @param name the field's name as the MAM writes it
     */
    record Field(String file, long line, int number, String name) implements Location {
        /**
         * Makes the place.
         *
         * @param file the name of the file
         * @param line the line, from 1
         * @param number the field's number in the MAM's own table, from 1
         * @param name the field's name as the MAM writes it
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
         * Makes the place.
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
     * The file as a whole.
     *
     * @param file the name of the file
     */
    record WholeFile(String file) implements Location {
        /**
         * Makes the place.
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
