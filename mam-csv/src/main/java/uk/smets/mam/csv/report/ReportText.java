package uk.smets.mam.csv.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.VisibleText;

/**
 * Validation reports as text, for logs, mails and terminals. Characters of a document that are not visible as themselves are escaped, so that
 * a finding is always one line and changes no other.
 *
 * <p>The texts of a document are in the report: use {@link ValidationReport#masked()} to hide meter points.
 */
public final class ReportText {
    /** The length of most rule codes, so that most files have the same columns. */
    private static final int USUAL_CODE = 26;

    private ReportText() {}

    /**
     * Returns the report of one file: a line for each finding, then a {@linkplain #summary summary} after a blank line.
     *
     * @param name the name of the file
     * @param report the report
     * @return the lines, each with LF at its end
     */
    public static String of(String name, ValidationReport report) {
        requireNonNull(name, "name");
        StringBuilder text = new StringBuilder();
        requireNonNull(report, "report")
                .findings()
                .forEach(finding -> text.append(of(finding)).append('\n'));
        if (!report.findings().isEmpty()) {
            text.append('\n');
        }
        text.append(summary(name, report));
        if (report.omitted() > 0) {
            text.append(line("  %s not listed above", count(report.omitted(), "finding")));
        }
        return text.toString();
    }

    /**
     * Returns a finding in the format of a compiler, so that editors and build logs link its place, with the invalid text.
     *
     * @param finding the finding
     * @return one line, without a line end
     */
    public static String of(Finding finding) {
        return VisibleText.of(requireNonNull(finding, "finding").toString())
                + (finding.repairable() ? " ('mam repair' repairs it)" : "")
                + finding.found()
                        .map(text -> " [found " + VisibleText.quoted(text) + "]")
                        .orElse("");
    }

    /**
     * Returns the name of a file, its header, the numbers of rows, errors and warnings, and how often each rule was reported.
     *
     * @param name the name of the file
     * @param report the report
     * @return the lines, each with LF at its end
     */
    public static String summary(String name, ValidationReport report) {
        requireNonNull(report, "report");
        StringBuilder text = new StringBuilder(line("%s", VisibleText.of(requireNonNull(name, "name"))));
        text.append(line(
                "  %s",
                report.header()
                        .map(header -> describe(report.document(), header))
                        .orElse("The header cannot be read.")));
        text.append(line(
                "  %s, %s, %s",
                count(report.rows(), "row"), count(report.errors(), "error"), count(report.warnings(), "warning")));
        List<Count> counts = counts(report);
        int width =
                counts.stream().mapToInt(count -> count.rule().name().length()).reduce(USUAL_CODE, Math::max);
        counts.forEach(count ->
                text.append(line("  %-7s  %-" + width + "s  %,9d", count.severity(), count.rule(), count.number())));
        return text.toString();
    }

    /** How often a rule was reported with a severity. */
    private record Count(Severity severity, Rule rule, long number) {}

    /** Returns errors first, then warnings, in the order of the catalogue. */
    private static List<Count> counts(ValidationReport report) {
        List<Count> counts = new ArrayList<>();
        for (Map.Entry<Rule, Map<Severity, Long>> tally : report.tally().entrySet()) {
            tally.getValue().forEach((severity, number) -> counts.add(new Count(severity, tally.getKey(), number)));
        }
        counts.sort(Comparator.comparing(Count::severity).thenComparing(Count::rule));
        return counts;
    }

    private static String describe(DocumentKind document, DocumentHeader header) {
        if (header instanceof MigrationAuthorisationHeader authorisation) {
            return document.title() + " of " + authorisation.userId() + ", SMSO " + authorisation.smso()
                    + ", commissioned by DCC: " + (authorisation.commissionedByDcc() ? "YES" : "NO");
        }
        if (header instanceof NotificationHeader notification) {
            return document.title() + " for " + VisibleText.of(notification.name()) + ", SMSO " + notification.smso();
        }
        throw new IllegalStateException("unknown header: " + header);
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments) + '\n';
    }
}
