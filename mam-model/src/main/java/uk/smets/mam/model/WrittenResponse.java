package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

/**
 * A summary of a response that was written.
 *
 * @param file the row count, size and MD5 of the file; the MD5 is the password of its archive (clause 7.5.2)
 * @param answeredRows the number of rows with an answer
 * @param changedFields the number of yellow fields whose value differs from the schedule
 * @param report the report about the response, which has no errors in yellow fields but may have errors in the fields that DCC filled
 */
public record WrittenResponse(WrittenFile file, long answeredRows, long changedFields, ValidationReport report) {
    /**
     * Creates the summary.
     *
     * @param file the file
     * @param answeredRows the number of rows with an answer
     * @param changedFields the number of yellow fields whose value differs from the schedule
     * @param report the report about the response
     */
    public WrittenResponse {
        requireNonNull(file, "file");
        requireNonNull(report, "report");
    }
}
