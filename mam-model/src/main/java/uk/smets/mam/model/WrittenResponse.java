package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;


/**
 * What was written of a response.
 *
 * @param file the size of the file, its rows, and its MD5, which is the password of its archive (clause 7.5.2)
 * @param answeredRows how many rows have an answer
 * @param changedFields how many yellow fields have another value than in the schedule; one that an answer repeats does not count
 * @param report what there is to say of the response as it was written: no errors in its yellow fields, but maybe in those that DCC filled
 */
public record WrittenResponse(WrittenFile file, long answeredRows, long changedFields, ValidationReport report) {
    /**
     * Makes the summary.
     *
     * @param file the file
     * @param answeredRows how many rows have an answer
     * @param changedFields how many yellow fields have another value than in the schedule
     * @param report what there is to say of the response
     */
    public WrittenResponse {
        requireNonNull(file, "file");
        requireNonNull(report, "report");
    }
}
