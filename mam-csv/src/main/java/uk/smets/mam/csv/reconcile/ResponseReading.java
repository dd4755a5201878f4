package uk.smets.mam.csv.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.lenient.HeadingLine;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.table.FieldTidying;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.MpanType;
import uk.smets.mam.model.internal.field.MprnType;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Reads DCC's responses in one pass. */
final class ResponseReading {
    private static final int MPAN_LENGTH = 13;
    private static final FieldType<Mpan> MPAN_TYPE = new MpanType();
    private static final FieldType<Mprn> MPRN_TYPE = new MprnType();

    private final Headings headings;
    private final Map<String, ValidationOutcome> words;
    private final ValidationOptions options;
    private final SentMeterPoints sent;
    private final CollectingSink findings;
    private final Reporter reporter;
    private final String file;
    private final Map<Status, List<ReconciledMeterPoint>> listed = new EnumMap<>(Status.class);
    private ExtractRecords.@Nullable Line line;
    private @Nullable HeadingLine columns;
    private long lines;
    private long unknown;

    ResponseReading(
            Headings headings, Map<String, ValidationOutcome> words, ValidationOptions options, SentMeterPoints sent) {
        this.headings = headings;
        this.words = words;
        this.options = options;
        this.sent = sent;
        file = options.sourceName().orElse("");
        findings = new CollectingSink(options.findingsKept());
        reporter = new Reporter(file, options, true, findings, number -> text(ResponseTable.FIELDS.get(number - 1)));
    }

    void read(Input responses) throws IOException {
        try (ExtractRecords records =
                ExtractRecords.open(responses, heading -> headings.find(heading).isPresent(), options)) {
            readHeadings(records);
            Optional<ExtractRecords.Line> next = records.next();
            while (next.isPresent()) {
                lines++;
                readLine(next.get());
                next = records.next();
            }
        }
    }

    private void readHeadings(ExtractRecords records) throws IOException {
        Optional<ExtractRecords.Line> first = records.next();
        if (first.isEmpty()) {
            reporter.file(Rule.FILE_EMPTY, "the file is empty: start it with a line of column headings");
        } else if (start(first.get())) {
            List<String> cells = first.get().fields();
            HeadingLine read = new HeadingLine(cells.size(), cells.size(), cells::get, headings, reporter);
            read.require("a meter point", ResponseTable.MPXN, ResponseTable.MPAN, ResponseTable.MPRN);
            read.require("the outcome", ResponseTable.OUTCOME);
            columns = read;
        }
        if (findings.errors() > 0) {
            // No line can be read without the columns.
            throw new InvalidDocumentException(report());
        }
    }

    /** Moves to a line. Returns false if its values are ambiguous, which is then reported. */
    private boolean start(ExtractRecords.Line next) {
        line = next;
        reporter.startLine(next.number());
        next.problem()
                .ifPresent(problem ->
                        findings.accept(problem.rule(), problem.severity(), problem.repairable(), () -> problem));
        return next.problem().isEmpty();
    }

    private String text(DocumentField field) {
        if (line == null || columns == null) {
            return "";
        }
        int place = columns.place(field.number() - 1);
        return place < 0 || place >= line.fields().size() ? "" : line.fields().get(place);
    }

    private void readLine(ExtractRecords.Line next) {
        if (!start(next) || isTooWide(next)) {
            return;
        }
        Optional<ValidationOutcome> outcome = outcome();
        boolean any = answer(ResponseTable.MPAN, outcome);
        any |= answer(ResponseTable.MPRN, outcome);
        any |= answer(ResponseTable.MPXN, outcome);
        if (!any) {
            reporter.line(Rule.MPXN_MISSING, "the line has no meter point: correct it, or remove it");
        }
    }

    private boolean isTooWide(ExtractRecords.Line next) {
        if (columns == null || next.fields().size() <= columns.columns()) {
            return false;
        }
        reporter.line(
                Rule.FIELD_COUNT,
                "the file has headings for " + columns.columns() + " columns, but this line has "
                        + next.fields().size() + ": quote values that contain a delimiter");
        return true;
    }

    private Optional<ValidationOutcome> outcome() {
        String word = text(ResponseTable.OUTCOME);
        Optional<ValidationOutcome> outcome = ValidationResponses.meaning(words, word);
        if (outcome.isEmpty()) {
            reporter.field(
                    Rule.OUTCOME_UNKNOWN,
                    ResponseTable.OUTCOME,
                    Blanks.isBlank(word)
                            ? "the line has no outcome, so it is not an answer: correct it, or remove it"
                            : "it is not defined whether this word means accepted or rejected: define it and "
                                    + "reconcile again");
        }
        return outcome;
    }

    /** Adds the answer for the meter point of a column. Returns false if the column is empty. */
    private boolean answer(DocumentField field, Optional<ValidationOutcome> outcome) {
        String text = FieldTidying.of(MPAN_TYPE, text(field)).text();
        if (text.isEmpty()) {
            return false;
        }
        Optional<Mpan> mpan = field.equals(ResponseTable.MPRN) ? Optional.empty() : Mpan.find(text);
        Optional<Mprn> mprn = mpan.isPresent() || field.equals(ResponseTable.MPAN)
                ? Optional.empty()
                : Mprn.find(FieldTidying.of(MPRN_TYPE, text).text());
        if (mpan.isEmpty() && mprn.isEmpty()) {
            reporter.field(
                    text.length() < MPAN_LENGTH && !field.equals(ResponseTable.MPAN)
                            ? Rule.MPRN_FORMAT
                            : Rule.MPAN_FORMAT,
                    field,
                    "this is not " + field.type() + ": copy it from DCC's report again");
        }
        if (outcome.isPresent()) {
            mpan.ifPresent(number -> answer(SentMeterPoints.key(number), mpan, mprn, outcome.get()));
            mprn.ifPresent(number -> answer(SentMeterPoints.key(number), mpan, mprn, outcome.get()));
        }
        return true;
    }

    private void answer(long key, Optional<Mpan> mpan, Optional<Mprn> mprn, ValidationOutcome outcome) {
        int number = sent.find(key);
        if (number == 0) {
            unknown++;
            list(Status.UNKNOWN, mpan, mprn, Optional.empty(), List.of(place(reporter.line())));
            return;
        }
        Status before = sent.status(number);
        sent.answer(number, outcome, reporter.line());
        Status after = sent.status(number);
        if (after == before || after == Status.ACCEPTED) {
            return;
        }
        List<Location> places = after == Status.CONTRADICTORY
                ? List.of(place(sent.answer(number)), place(reporter.line()))
                : List.of(place(reporter.line()));
        list(after, mpan, mprn, Optional.of(sent.sent(number)), places);
    }

    private Location place(long number) {
        return new Location.Line(file, number);
    }

    private void list(
            Status status, Optional<Mpan> mpan, Optional<Mprn> mprn, Optional<Location> at, List<Location> answers) {
        List<ReconciledMeterPoint> list = listed(status);
        if (list.size() < options.findingsKept()) {
            list.add(new ReconciledMeterPoint(
                    status,
                    mpan,
                    mprn,
                    at,
                    answers,
                    given(ResponseTable.ACTIVE_INDICATOR),
                    given(ResponseTable.REASON)));
        }
    }

    private List<ReconciledMeterPoint> listed(Status status) {
        return listed.computeIfAbsent(status, first -> new ArrayList<>());
    }

    private Optional<String> given(DocumentField field) {
        return line == null
                ? Optional.empty()
                : Optional.of(text(field).strip()).filter(text -> !text.isEmpty());
    }

    private ValidationReport report() {
        return findings.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), lines);
    }

    Reconciliation result(SentFiles files, Input responses) {
        line = null;
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        counts.put(Status.UNKNOWN, unknown);
        for (int number = 1; number <= sent.size(); number++) {
            Status status = sent.status(number);
            counts.merge(status, 1L, Long::sum);
            if (status == Status.UNANSWERED) {
                list(status, sent.mpan(number), sent.mprn(number), Optional.of(sent.sent(number)), List.of());
            }
        }
        // A meter point that was first rejected and then accepted is listed as contradictory.
        listed(Status.REJECTED).removeIf(each -> sent.status(sent.find(key(each))) == Status.CONTRADICTORY);
        List<ReconciledMeterPoint> all = new ArrayList<>();
        listed.values().forEach(all::addAll);
        return new Reconciliation(files, responses, sent, counts, all, report(), options);
    }

    private static long key(ReconciledMeterPoint meterPoint) {
        return meterPoint
                .mpan()
                .map(SentMeterPoints::key)
                .orElseGet(() -> SentMeterPoints.key(meterPoint.mprn().orElseThrow()));
    }
}
