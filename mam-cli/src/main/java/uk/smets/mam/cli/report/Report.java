package uk.smets.mam.cli.report;

import uk.smets.mam.model.ValidationReport;

/** Reports the findings of files, one file after another. */
public interface Report extends AutoCloseable {
    void file(String name, ValidationReport report);

    /** Ends the report. */
    @Override
    void close();
}
