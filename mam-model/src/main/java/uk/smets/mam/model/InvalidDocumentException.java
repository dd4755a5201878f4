package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/**
 * Thrown if a document has errors. It has <em>all</em> findings. The message contains the first error and the number of
 * the others, but no meter point.
 */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Serialized through {@link SerializedReport}, because {@code Optional} is not serializable. Not changed after
     * deserialization.
     */
    private transient ValidationReport report;

    /**
     * Creates the exception.
     *
     * @param report the findings; at least one is an error
     */
    public InvalidDocumentException(ValidationReport report) {
        super(describe(requireNonNull(report, "report")));
        this.report = report;
    }

    /**
     * Returns all findings.
     *
     * @return the report, with at least one error
     */
    public ValidationReport report() {
        return report;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(SerializedReport.of(report));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        report = ((SerializedReport) in.readObject()).report();
    }

    private static String describe(ValidationReport report) {
        String first = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(Finding::toString)
                .orElse("the document has errors");
        long others = report.errors() - 1;
        if (others <= 0) {
            return first;
        }
        return first + " (and " + others + (others == 1 ? " more error)" : " more errors)");
    }
}
