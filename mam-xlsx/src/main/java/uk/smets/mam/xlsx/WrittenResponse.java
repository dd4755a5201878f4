package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/**
 * What was written of a response.
 *
 * @param file the size of the file, its rows, and its MD5, which is the password of its archive (clause 7.5.2)
 * @param answeredRows how many of the rows an answer changed
 * @param answeredFields how many yellow fields the answers filled or emptied
 * @param report what there is to say of the answers, no errors among it
 */
public record WrittenResponse(WrittenFile file, long answeredRows, long answeredFields, ValidationReport report) {
    /**
     * Makes the summary.
     *
     * @param file the file
     * @param answeredRows how many of the rows an answer changed
     * @param answeredFields how many yellow fields the answers filled or emptied
     * @param report what there is to say of the answers
     */
    public WrittenResponse {
        requireNonNull(file, "file");
        requireNonNull(report, "report");
    }
}
