package uk.smets.mam.cli.contents;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/**
 * The summary of a notification.
 *
 * @param name the name of the file on the command line
 * @param contents the counts of its rows
 * @param earliest the first Not before date that is not short notice, if the day of the notice is known
 * @param maxCertificates the maximum number of certificates to print
 */
public record NotificationContents(
        String name, WorkbookContents contents, Optional<LocalDate> earliest, int maxCertificates) implements Result {
    private static final int MAX_LINES = 20;

    @Override
    public void text(Console console) {
        console.line("%s", console.shown(name));
        console.line("  %s", contents.kind().title());
        contents.header()
                .ifPresentOrElse(header -> header(console, header), () -> console.line("  The header cannot be read."));
        console.line("");
        console.line("  %-24s  %,9d", "Rows", contents.rows());
        for (Contents.Kind kind : Contents.Kind.values()) {
            row(console, kind.words(), contents.installations(kind));
        }
        row(console, "with priority", contents.priority());
        row(console, "with certificates", contents.answered());
        earliest.ifPresent(day -> shortNotice(console, day));
        contents.notBefore().entrySet().stream()
                .limit(MAX_LINES)
                .forEach(date -> console.line("  Not before %-13s  %,9d", date.getKey(), date.getValue()));
        more(console, contents.notBefore().size(), "more dates");
        if (!contents.upgrades().isEmpty()) {
            console.line("");
            console.line("  Firmware, and the number of devices to upgrade");
            contents.upgrades().entrySet().stream()
                    .limit(MAX_LINES)
                    .forEach(
                            upgrade -> console.line("  %,9d  %s", upgrade.getValue(), console.shown(upgrade.getKey())));
            more(console, contents.upgrades().size(), "more kinds of upgrade");
        }
        new CertificatesPrinter(console, maxCertificates).print(contents.certificates());
    }

    private void shortNotice(Console console, LocalDate day) {
        console.line(
                "    %-22s  %,9d  %s: 15 Working Days of notice allow %s or later",
                "with short notice", contents.notBefore(day), Rule.NOTICE_PERIOD_SHORT, day);
    }

    private static void more(Console console, int lines, String words) {
        if (lines > MAX_LINES) {
            console.line("             and %s", String.format(Locale.ROOT, "%,d", lines - MAX_LINES) + " " + words);
        }
    }

    private static void header(Console console, NotificationHeader header) {
        console.line("  %-22s  %s", "Name", console.shown(MeterPointMask.inName(header.name())));
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

    private static void row(Console console, String words, long number) {
        if (number > 0) {
            console.line("    %-22s  %,9d", words, number);
        }
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("file", name);
        json.writeStringProperty("document", contents.kind().name());
        contents.header().ifPresent(header -> JsonFindings.header(json, header, Masking.METER_POINTS));
        json.writeNumberProperty("rows", contents.rows());
        Contents.installations(json, contents::installations);
        json.writeNumberProperty("withPriority", contents.priority());
        json.writeNumberProperty("withCertificates", contents.answered());
        earliest.ifPresent(day -> json.writeNumberProperty("withShortNotice", contents.notBefore(day)));
        json.writeArrayPropertyStart("notBefore");
        contents.notBefore().forEach((day, number) -> Contents.counted(json, "date", day.toString(), number));
        json.writeEndArray();
        json.writeArrayPropertyStart("upgrades");
        contents.upgrades().forEach((upgrade, number) -> Contents.counted(json, "firmware", upgrade, number));
        json.writeEndArray();
        CertificatesPrinter.json(json, contents.certificates(), maxCertificates);
    }
}
