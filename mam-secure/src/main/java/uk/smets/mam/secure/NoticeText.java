package uk.smets.mam.secure;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smets.mam.model.SecPartySignifier;

/** Writes a rejection notice for people. */
final class NoticeText {
    private static final Set<Byte> INVISIBLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    private final StringBuilder lines = new StringBuilder();
    private final RejectionNotice notice;

    NoticeText(RejectionNotice notice) {
        this.notice = notice;
    }

    /** Returns the notice. Call it once. */
    String text() {
        line("Rejected: %s", notice.file());
        line("Received: %s", notice.receivedAt());
        notice.userId().ifPresent(userId -> line("User ID: %s (as the file names it)", userId));
        if (!notice.signifiers().isEmpty()) {
            line(
                    "SEC Party Signifier: %s (as the file names it)",
                    notice.signifiers().stream().map(SecPartySignifier::value).collect(Collectors.joining(", ")));
        }
        lines.append('\n');
        notice.reasons().forEach(this::reason);
        if (notice.otherReasons() > 0) {
            line("Errors that are not listed: %,d", notice.otherReasons());
            lines.append('\n');
        }
        line("Send again:");
        notice.sendAgain().forEach(part -> line("- %s", words(part)));
        return lines.toString();
    }

    private void reason(RejectionReason reason) {
        line("%s%s", reason.rule(), reason.clause().equals("-") ? "" : " (MAM v2.1b, clause " + reason.clause() + ")");
        reason.at().ifPresent(place -> line("  Place: %s", place));
        line("  What is wrong: %s", reason.message());
        reason.found().ifPresent(found -> line("  Found: \"%s\"", found));
        line("  What to do: %s", reason.action());
        lines.append('\n');
    }

    private String words(Resubmission part) {
        return switch (part) {
            case CORRECTED_FILE ->
                "the file with its errors corrected, under a new name with a later time, sealed again:";
            case ARCHIVE ->
                "the archive, into the SharePoint folder"
                        + notice.archiveDestination()
                                .map(destination -> " " + destination.address())
                                .orElse(" that it came from");
            case SIGNED_PASSWORD_FILE ->
                "the signed password file, by mail to " + Destination.MIGRATION_CONTROL_CENTRE.address();
        };
    }

    private void line(String format, Object... arguments) {
        shown(String.format(Locale.ROOT, format, arguments));
        lines.append('\n');
    }

    /** Escapes characters of the file that could break a line, hide text or change its direction. */
    private void shown(String text) {
        text.codePoints().forEach(character -> {
            if (INVISIBLE.contains((byte) Character.getType(character))) {
                lines.append(String.format(Locale.ROOT, "\\u{%X}", character));
            } else {
                lines.appendCodePoint(character);
            }
        });
    }
}
