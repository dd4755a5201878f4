package uk.smets.mam.csv.internal.lenient;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a record that is quoted as RFC 4180 has it. Nearly all records are, and a parser of Jackson's for each of them took two
 * thirds of the time of a file.
 */
public final class SoundFields {
    private final String record;
    private final char delimiter;
    private final int end;
    private int at;
    private boolean isAnyLeft = true;

    /**
     * Starts at the first field.
     *
     * @param record the record as {@link LooseQuotes} leaves it, with its LF
     * @param delimiter what separates the fields
     */
    SoundFields(String record, char delimiter) {
        this.record = record;
        this.delimiter = delimiter;
        end = record.length() - 1;
    }

    /** The next field without its quotes, or null behind the last. */
    @Nullable
    String next() {
        if (!isAnyLeft) {
            return null;
        }
        String field = at < end && record.charAt(at) == '"' ? quoted() : unquoted();
        isAnyLeft = at < end;
        at++;
        return field;
    }

    private String unquoted() {
        int from = at;
        int to = record.indexOf(delimiter, from);
        at = to < 0 ? end : to;
        return record.substring(from, at);
    }

    private String quoted() {
        int from = at + 1;
        int quote = record.indexOf('"', from);
        boolean anyDoubled = false;
        while (record.charAt(quote + 1) == '"') {
            anyDoubled = true;
            quote = record.indexOf('"', quote + 2);
        }
        at = quote + 1;
        String field = record.substring(from, quote);
        return anyDoubled ? field.replace("\"\"", "\"") : field;
    }
}
