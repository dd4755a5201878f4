package uk.smets.mam.cli.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.csv.reconcile.Reconciliation;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.WrittenFile;

/**
 * The result of {@code mam reconcile}.
 *
 * @param authorisations the names of the files that were sent
 * @param responses the name of the file of responses
 * @param out the name of the file with the rows to send again
 * @param reconciliation the outcome of each meter point
 * @param written the file with the rows to send again
 * @param warnings the warnings about that file
 * @param masking the masking of meter points
 */
public record ReconciledFiles(
        List<String> authorisations,
        String responses,
        @Nullable String out,
        Reconciliation reconciliation,
        Optional<WrittenFile> written,
        List<Finding> warnings,
        Masking masking)
        implements Result {
    @Override
    public int status() {
        return reconciliation.isSettled() ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
    }

    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        reconciliation.report().findings().forEach(line::print);
        if (reconciliation.report().omitted() > 0) {
            console.line(
                    "and %s: see --max-findings",
                    Formats.count(reconciliation.report().omitted(), "more finding"));
        }
        reconciliation.meterPoints().forEach(each -> meterPoint(console, line, each));
        if (unlisted() > 0) {
            console.line("and %s: see --max-findings", Formats.count(unlisted(), "more meter point"));
        }
        if (!reconciliation.report().findings().isEmpty()
                || !reconciliation.meterPoints().isEmpty()) {
            console.line("");
        }
        console.line(
                "%s: %s sent; %,d accepted, %,d rejected, %,d unanswered, %,d contradictory; %s.",
                console.shown(responses),
                Formats.count(reconciliation.rows(), "row"),
                reconciliation.count(Status.ACCEPTED),
                reconciliation.count(Status.REJECTED),
                reconciliation.count(Status.UNANSWERED),
                reconciliation.count(Status.CONTRADICTORY),
                Formats.count(reconciliation.count(Status.UNKNOWN), "answer") + " to meter points not sent");
        warnings.forEach(line::print);
        long unshown = written.map(WrittenFile::warnings).orElse(0L) - warnings.size();
        if (unshown > 0) {
            console.line("and %s: see --max-findings", Formats.count(unshown, "more warning"));
        }
        if (out != null && written.isPresent()) {
            console.line(
                    "%s: %s written, to send again.",
                    console.shown(out), Formats.count(written.get().rows(), "row"));
        }
    }

    /** Returns the number of meter points that are counted but not listed. */
    private long unlisted() {
        long all = 0;
        for (Status status : Status.values()) {
            all += status == Status.ACCEPTED ? 0 : reconciliation.count(status);
        }
        return all - reconciliation.meterPoints().size();
    }

    private void meterPoint(Console console, FindingLine line, ReconciledMeterPoint meterPoint) {
        Location first = meterPoint.sent().orElseGet(() -> meterPoint.answers().get(0));
        StringBuilder text = new StringBuilder();
        meterPoint.reason().ifPresent(reason -> text.append(": ").append(shown(reason)));
        meterPoint
                .activeIndicator()
                .ifPresent(indicator -> text.append(" (Active Indicator ")
                        .append(shown(indicator))
                        .append(')'));
        String answers =
                String.join(", ", meterPoint.answers().stream().map(line::place).toList());
        console.line(
                "%s: %s: %s %s%s%s",
                line.place(first),
                meterPoint.status(),
                meterPoint.mpan().isPresent() ? "MPAN" : "MPRN",
                masked(meterPoint.mpxn()),
                console.shown(text.toString()),
                answers.isEmpty() || meterPoint.sent().isEmpty() ? "" : " [" + answers + "]");
    }

    private String masked(String meterPoint) {
        return masking.of(new Location.Field(responses, 1, 1, "MPAN"), meterPoint);
    }

    private String shown(String text) {
        return masking.of(new Location.Field(responses, 1, 1, "Reason"), text);
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeArrayPropertyStart("authorisations");
        authorisations.forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("responses", responses);
        json.writeNumberProperty("rows", reconciliation.rows());
        for (Status status : Status.values()) {
            json.writeNumberProperty(status.name().toLowerCase(Locale.ROOT), reconciliation.count(status));
        }
        json.writeArrayPropertyStart("meterPoints");
        reconciliation.meterPoints().forEach(each -> meterPoint(json, each));
        json.writeEndArray();
        if (out != null && written.isPresent()) {
            json.writeStringProperty("out", out);
            json.writeNumberProperty("rowsWritten", written.get().rows());
            json.writeArrayPropertyStart("warnings");
            warnings.forEach(finding -> JsonFindings.finding(json, finding, masking));
            json.writeEndArray();
        }
        json.writeNumberProperty("errors", reconciliation.report().errors());
        JsonFindings.findings(json, Optional.of(reconciliation.report()), masking);
    }

    private void meterPoint(JsonGenerator json, ReconciledMeterPoint meterPoint) {
        json.writeStartObject();
        json.writeStringProperty("status", meterPoint.status().name());
        JsonOutput.text(json, "mpan", meterPoint.mpan().map(Mpan::toString).map(this::masked));
        JsonOutput.text(json, "mprn", meterPoint.mprn().map(Mprn::toString).map(this::masked));
        meterPoint.sent().ifPresent(at -> {
            json.writeName("sent");
            place(json, at);
        });
        json.writeArrayPropertyStart("answers");
        meterPoint.answers().forEach(at -> place(json, at));
        json.writeEndArray();
        JsonOutput.text(json, "activeIndicator", meterPoint.activeIndicator().map(this::shown));
        JsonOutput.text(json, "reason", meterPoint.reason().map(this::shown));
        json.writeEndObject();
    }

    private void place(JsonGenerator json, Location place) {
        Location at = masking.of(place);
        json.writeStartObject();
        json.writeStringProperty("file", at.file());
        JsonFindings.place(json, at);
        json.writeEndObject();
    }
}
