package uk.smets.mam.cli.report;

import uk.smets.mam.model.ValidationReport;

/** Shows what was found, file by file, as each is done. */
public interface Report extends AutoCloseable {
    void file(String name, ValidationReport report);

    /** Ends the report; nothing of it is lost that was shown before. */
    @Override
    void close();
}
