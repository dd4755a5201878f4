package uk.smets.mam.xlsx.internal.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.xlsx.internal.document.CellGuard;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.NotificationHeaderTable;
import uk.smets.mam.xlsx.internal.layout.AddresseeRule;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel;

/** Checks that a header can be read back once written (clauses 7.3.1, 7.4.1). */
public final class WrittenHeader {
    /** The maximum length of a cell's text in Excel. */
    private static final int LONGEST = 32_767;

    private WrittenHeader() {}

    /** Returns the texts of the header fields, in order. */
    static List<String> texts(NotificationHeader header) {
        return List.of(
                header.name(),
                joined(header.secPartySignifiers()),
                joined(header.marketParticipantIds()),
                header.smso().name());
    }

    private static String joined(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /**
     * Checks a header.
     *
     * @param header the header
     * @param notification the kind of notification
     * @param file the file name to use in findings
     * @param options the options for checking
     * @param sink receives the findings
     */
    static void check(
            NotificationHeader header,
            Notification<?, ?> notification,
            String file,
            ValidationOptions options,
            FindingSink sink) {
        // The finding is created now, because the reporter may have moved to another cell before a sink reads its
        // place.
        CellReporter reporter = new CellReporter(file, options, true, (rule, severity, repairable, finding) -> {
            Finding found = finding.get();
            sink.accept(rule, severity, repairable, () -> found);
        });
        FieldProblems problems =
                new FieldProblems(reporter.reporter(), notification.header().get(0));
        List<String> texts = texts(header);
        for (int field = 0; field < texts.size(); field++) {
            problems.moveTo(notification.header().get(field));
            reporter.moveTo(
                    notification.title(),
                    StandardLayout.FIRST_HEADER_ROW + field,
                    StandardLayout.VALUE_COLUMN,
                    texts.get(field));
            check(texts.get(field), notification, problems);
            checkAddressee(field, header, new AddresseeRule(options.addressee(), notification, reporter));
        }
    }

    private static void checkAddressee(int field, NotificationHeader header, AddresseeRule rule) {
        if (field == NotificationHeaderTable.SEC_PARTY_SIGNIFIER) {
            rule.checkSignifiers(header.secPartySignifiers());
        } else if (field == NotificationHeaderTable.MARKET_PARTICIPANT_ID) {
            rule.checkParticipants(header.marketParticipantIds());
        }
    }

    private static void check(String text, Notification<?, ?> notification, FieldProblems problems) {
        CellGuard.checkFreeText(text, problems);
        if (text.length() > LONGEST) {
            problems.add(
                    Rule.FIELD_TOO_LONG,
                    "a cell holds at most " + LONGEST + " characters; this has " + text.length() + ": shorten it");
        }
        Optional<DocumentField> label = HeaderLabel.fieldOf(text).map(notification.header()::get);
        label.ifPresent(field -> problems.add(
                Rule.HEADER_FIELD_MISSING,
                "the value looks like the label " + field.name()
                        + ", so a reader would not find it: use another value"));
    }

    /**
     * Checks that a header can be read back.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static void require(NotificationHeader header, Notification<?, ?> notification) {
        check(header, notification, "header", ValidationOptions.defaults(), (rule, severity, repairable, finding) -> {
            if (severity == Severity.ERROR) {
                throw new IllegalArgumentException("header: " + finding.get().message());
            }
        });
    }
}
