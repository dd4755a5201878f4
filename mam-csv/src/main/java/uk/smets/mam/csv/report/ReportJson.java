package uk.smets.mam.csv.report;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    private interface Content {
        void writeTo(JsonText json) throws IOException;
    }

    private final Writer writer;
    private final JsonText json;
    private boolean closed;

    private ReportJson(OutputStream stream) throws IOException {
        writer = writer(stream);
        json = new JsonText(writer);
        json.startObject();
        json.startArray("files");
    }

    private static Writer writer(OutputStream stream) {
        return new BufferedWriter(
                new OutputStreamWriter(requireNonNull(stream, "stream"), StandardCharsets.UTF_8.newEncoder()));
    }

    /**
     * Starts the report of several files.
     *
     * @param stream the stream, which stays open
     * @return the report, to be closed
     * @throws IOException if the stream cannot be written
     */
    public static ReportJson to(OutputStream stream) throws IOException {
        return new ReportJson(stream);
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
        report(json, name, report);
        writer.flush();
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
            json.endArray();
            json.endObject();
            writer.append('\n').flush();
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
        return text(json -> report(json, name, report));
    }

    /**
     * Returns a finding.
     *
     * @param finding the finding
     * @return an object, without a line end after it
     */
    public static String of(Finding finding) {
        requireNonNull(finding, "finding");
        return text(json -> finding(json, finding));
    }

    /**
     * Returns the header of a document.
     *
     * @param header the header
     * @return an object, without a line end after it
     */
    public static String of(DocumentHeader header) {
        requireNonNull(header, "header");
        return text(json -> {
            json.startObject();
            header(json, header);
            json.endObject();
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
        Writer writer = writer(stream);
        report(new JsonText(writer), name, report);
        writer.append('\n').flush();
    }

    private static String text(Content content) {
        StringBuilder text = new StringBuilder();
        try {
            content.writeTo(new JsonText(text));
        } catch (IOException e) {
            throw new UncheckedIOException("writing a text in memory", e);
        }
        return text.toString();
    }

    private static void report(JsonText json, String name, ValidationReport report) throws IOException {
        json.startObject();
        json.text("file", name);
        json.text("document", report.document().name());
        if (report.header().isPresent()) {
            json.startObject("header");
            header(json, report.header().get());
            json.endObject();
        }
        json.number("rows", report.rows());
        json.number("errors", report.errors());
        json.number("warnings", report.warnings());
        json.startObject("counts");
        for (Map.Entry<Rule, Long> count : report.counts().entrySet()) {
            json.number(count.getKey().name(), count.getValue());
        }
        json.endObject();
        json.startObject("severities");
        for (Map.Entry<Rule, Map<Severity, Long>> tally : report.tally().entrySet()) {
            json.startObject(tally.getKey().name());
            for (Map.Entry<Severity, Long> count : tally.getValue().entrySet()) {
                json.number(count.getKey().name(), count.getValue());
            }
            json.endObject();
        }
        json.endObject();
        json.number("repairable", report.repairable());
        json.startArray("findings");
        for (Finding finding : report.findings()) {
            finding(json, finding);
        }
        json.endArray();
        json.endObject();
    }

    private static void header(JsonText json, DocumentHeader header) throws IOException {
        if (header instanceof MigrationAuthorisationHeader authorisation) {
            json.text("userId", authorisation.userId().toString());
            json.flag("commissionedByDcc", authorisation.commissionedByDcc());
        } else if (header instanceof NotificationHeader notification) {
            notification(json, notification);
        }
        json.text("smso", header.smso().name());
    }

    private static void notification(JsonText json, NotificationHeader header) throws IOException {
        json.text("name", header.name());
        json.startArray("secPartySignifiers");
        for (SecPartySignifier signifier : header.secPartySignifiers()) {
            json.text(signifier.value());
        }
        json.endArray();
        json.startArray("marketParticipantIds");
        for (MarketParticipantId id : header.marketParticipantIds()) {
            json.text(id.value());
        }
        json.endArray();
    }

    private static void finding(JsonText json, Finding finding) throws IOException {
        json.startObject();
        json.text("rule", finding.rule().name());
        json.text("severity", finding.severity().name());
        place(json, finding.at());
        json.text("found", finding.found());
        json.text("message", finding.message());
        if (finding.repairable()) {
            json.flag("repairable", true);
        }
        json.endObject();
    }

    private static void place(JsonText json, Location at) throws IOException {
        if (at.line().isPresent()) {
            json.number("line", at.line().getAsLong());
        }
        json.text("sheet", at.sheet());
        json.text("cell", at.cell());
        if (at.field().isPresent()) {
            json.number("field", at.field().getAsInt());
        }
        json.text("fieldName", at.fieldName());
    }
}
