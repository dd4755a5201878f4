package uk.smets.mam.csv.report;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import uk.smets.mam.csv.internal.json.JsonOutput;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;

/**
 * Validation reports as JSON, in UTF-8. The report of a file has the schema {@code report} of {@code docs/schemas/common.schema.json}, and is
 * an item of {@code files} in what {@code mam validate --format json} prints.
 *
 * <p>Static methods write the report of one file, as an object. An instance writes those of several files, as an object with the single
 * member {@code files}:
 *
 * <pre>{@code
 * try (ReportJson json = ReportJson.to(stream)) {
 *     for (Path file : files) {
 *         json.file(file.toString(), Documents.validate(file).masked());
 *     }
 * }
 * }</pre>
 *
 * <p>The texts of a document are in the report: use {@link ValidationReport#masked()} to hide meter points. Instances are not thread-safe.
 */
public final class ReportJson implements Closeable {
    private final JsonGenerator json;
    private boolean closed;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Starts the report of several files.
     *
     * @param stream the stream, which stays open
     * @return the report, to be closed
     * @throws IOException if the stream cannot be written
     */
    public static ReportJson to(OutputStream stream) throws IOException {
        JsonGenerator json = JsonOutput.on(requireNonNull(stream, "stream"));
        write(() -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("files");
        });
        return new ReportJson(json);
    }

    /**
     * Adds a file, and passes its report on to the stream.
     *
     * @param name the name of the file, for the member {@code file}
     * @param report the report
     * @throws IOException if the stream cannot be written
     * @throws IllegalStateException if this report is closed
     */
    public void file(String name, ValidationReport report) throws IOException {
        requireNonNull(name, "name");
        requireNonNull(report, "report");
        if (closed) {
            throw new IllegalStateException("the report is closed");
        }
        write(() -> {
            report(json, name, report);
            json.flush();
        });
    }

    /**
     * Ends the object. Closing again has no effect.
     *
     * @throws IOException if the stream cannot be written
     */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            write(() -> {
                json.writeEndArray();
                json.writeEndObject();
                end(json);
            });
        }
    }

    /**
     * Returns the report of one file.
     *
     * @param name the name of the file, for the member {@code file}
     * @param report the report
     * @return an object, without a line end after it
     */
    public static String of(String name, ValidationReport report) {
        requireNonNull(name, "name");
        requireNonNull(report, "report");
        return JsonOutput.text(json -> report(json, name, report));
    }

    /**
     * Returns a finding.
     *
     * @param finding the finding
     * @return an object, without a line end after it
     */
    public static String of(Finding finding) {
        requireNonNull(finding, "finding");
        return JsonOutput.text(json -> finding(json, finding));
    }

    /**
     * Returns the header of a document.
     *
     * @param header the header
     * @return an object, without a line end after it
     */
    public static String of(DocumentHeader header) {
        requireNonNull(header, "header");
        return JsonOutput.text(json -> {
            json.writeStartObject();
            header(json, header);
            json.writeEndObject();
        });
    }

    /**
     * Writes the report of one file.
     *
     * @param stream the stream, which stays open
     * @param name the name of the file, for the member {@code file}
     * @param report the report
     * @throws IOException if the stream cannot be written
     */
    public static void write(OutputStream stream, String name, ValidationReport report) throws IOException {
        requireNonNull(name, "name");
        requireNonNull(report, "report");
        JsonGenerator json = JsonOutput.on(requireNonNull(stream, "stream"));
        write(() -> {
            report(json, name, report);
            end(json);
        });
    }

    private static void end(JsonGenerator json) {
        json.writeRaw('\n');
        json.close();
    }

    /** Runs writing, whose library wraps a failure of the stream. */
    private static void write(Runnable writing) throws IOException {
        try {
            writing.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static void report(JsonGenerator json, String name, ValidationReport report) {
        json.writeStartObject();
        json.writeStringProperty("file", name);
        json.writeStringProperty("document", report.document().name());
        if (report.header().isPresent()) {
            json.writeObjectPropertyStart("header");
            header(json, report.header().get());
            json.writeEndObject();
        }
        json.writeNumberProperty("rows", report.rows());
        json.writeNumberProperty("errors", report.errors());
        json.writeNumberProperty("warnings", report.warnings());
        json.writeObjectPropertyStart("counts");
        for (Map.Entry<Rule, Long> count : report.counts().entrySet()) {
            json.writeNumberProperty(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("severities");
        for (Map.Entry<Rule, Map<Severity, Long>> tally : report.tally().entrySet()) {
            json.writeObjectPropertyStart(tally.getKey().name());
            for (Map.Entry<Severity, Long> count : tally.getValue().entrySet()) {
                json.writeNumberProperty(count.getKey().name(), count.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeNumberProperty("repairable", report.repairable());
        json.writeArrayPropertyStart("findings");
        for (Finding finding : report.findings()) {
            finding(json, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void header(JsonGenerator json, DocumentHeader header) {
        if (header instanceof MigrationAuthorisationHeader authorisation) {
            json.writeStringProperty("userId", authorisation.userId().toString());
            json.writeBooleanProperty("commissionedByDcc", authorisation.commissionedByDcc());
        } else if (header instanceof NotificationHeader notification) {
            notification(json, notification);
        }
        json.writeStringProperty("smso", header.smso().name());
    }

    private static void notification(JsonGenerator json, NotificationHeader header) {
        json.writeStringProperty("name", header.name());
        json.writeArrayPropertyStart("secPartySignifiers");
        for (SecPartySignifier signifier : header.secPartySignifiers()) {
            json.writeString(signifier.value());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("marketParticipantIds");
        for (MarketParticipantId id : header.marketParticipantIds()) {
            json.writeString(id.value());
        }
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule().name());
        json.writeStringProperty("severity", finding.severity().name());
        place(json, finding.at());
        JsonOutput.text(json, "found", finding.found());
        json.writeStringProperty("message", finding.message());
        if (finding.repairable()) {
            json.writeBooleanProperty("repairable", true);
        }
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Location at) {
        if (at.line().isPresent()) {
            json.writeNumberProperty("line", at.line().getAsLong());
        }
        JsonOutput.text(json, "sheet", at.sheet());
        JsonOutput.text(json, "cell", at.cell());
        if (at.field().isPresent()) {
            json.writeNumberProperty("field", at.field().getAsInt());
        }
        JsonOutput.text(json, "fieldName", at.fieldName());
    }
}
