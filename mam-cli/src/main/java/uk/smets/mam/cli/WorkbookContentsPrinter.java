package uk.smets.mam.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;

/** Prints what a notification comes to, in columns. */
final class WorkbookContentsPrinter {
    private static final int MOST_LINES = 20;

    private final Console console;
    private final int maxCertificates;

    WorkbookContentsPrinter(Console console, int maxCertificates) {
        this.console = console;
        this.maxCertificates = maxCertificates;
    }

    void print(String name, WorkbookContents contents) {
        console.line("%s", console.shown(name));
        console.line("  %s", Words.document(contents.kind()));
        contents.header().ifPresentOrElse(this::header, () -> console.line("  The header of the file can't be read."));
        console.line("");
        console.line("  %-24s  %,9d", "Rows", contents.rows());
        for (Contents.Kind kind : Contents.Kind.values()) {
            row(kind.words(), contents.installations(kind));
        }
        row("with priority", contents.priority());
        row("with certificates", contents.answered());
        contents.notBefore().entrySet().stream()
                .limit(MOST_LINES)
                .forEach(date -> console.line("  Not before %-13s  %,9d", date.getKey(), date.getValue()));
        more(contents.notBefore().size(), "more dates");
        if (!contents.upgrades().isEmpty()) {
            console.line("");
            console.line("  Firmware, and the devices that get it");
            contents.upgrades().entrySet().stream()
                    .limit(MOST_LINES)
                    .forEach(
                            upgrade -> console.line("  %,9d  %s", upgrade.getValue(), console.shown(upgrade.getKey())));
            more(contents.upgrades().size(), "more kinds of upgrade");
        }
        new CertificatesPrinter(console, maxCertificates).print(contents.certificates());
    }

    private void more(int lines, String words) {
        if (lines > MOST_LINES) {
            console.line("             and %s", String.format(Locale.ROOT, "%,d", lines - MOST_LINES) + " " + words);
        }
    }

    private void header(NotificationHeader header) {
        console.line("  %-22s  %s", "Name", console.shown(header.name()));
        console.line(
                "  %-22s  %s",
                "SEC Party Signifier",
                header.secPartySignifiers().stream()
                        .map(SecPartySignifier::value)
                        .map(console::shown)
                        .collect(Collectors.joining(", ")));
        console.line(
                "  %-22s  %s",
                "Market Participant ID",
                header.marketParticipantIds().stream()
                        .map(MarketParticipantId::value)
                        .map(console::shown)
                        .collect(Collectors.joining(", ")));
        console.line("  %-22s  %s (%s)", "SMSO", header.smso(), header.smso().fullName());
    }

    private void row(String words, long number) {
        if (number > 0) {
            console.line("    %-22s  %,9d", words, number);
        }
    }
}
