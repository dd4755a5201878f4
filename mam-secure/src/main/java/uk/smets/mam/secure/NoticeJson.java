package uk.smets.mam.secure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.UserId;

/** Writes a rejection notice as JSON. It is small and flat, and needs no library. */
final class NoticeJson {
    private final RejectionNotice notice;

    NoticeJson(RejectionNotice notice) {
        this.notice = notice;
    }

    @Override
    public String toString() {
        Members members = new Members("  ");
        members.text("notice", "REJECTED");
        members.text("file", notice.file());
        members.text("userId", notice.userId().map(UserId::toString));
        members.raw(
                "secPartySignifiers",
                array(
                        "  ",
                        notice.signifiers().stream()
                                .map(SecPartySignifier::value)
                                .map(NoticeJson::quoted)
                                .toList()));
        members.text("receivedAt", notice.receivedAt().toString());
        members.raw(
                "reasons",
                array("  ", notice.reasons().stream().map(NoticeJson::reason).toList()));
        members.raw("otherReasons", Long.toString(notice.otherReasons()));
        members.raw(
                "sendAgain",
                array(
                        "  ",
                        notice.sendAgain().stream()
                                .map(part -> quoted(part.name()))
                                .toList()));
        return members.object("") + "\n";
    }

    private static String reason(RejectionReason reason) {
        Members members = new Members("      ");
        members.text("rule", reason.rule().name());
        if (!reason.clause().equals("-")) {
            members.text("clause", reason.clause());
        }
        reason.at().ifPresent(place -> place(members, place));
        members.text("found", reason.found());
        members.text("message", reason.message());
        members.text("action", reason.action());
        return members.object("    ");
    }

    /** The parts of a place, as in a finding. */
    private static void place(Members members, Location place) {
        place.line().ifPresent(line -> members.raw("line", Long.toString(line)));
        members.text("sheet", place.sheet());
        members.text("cell", place.cell());
        place.field().ifPresent(field -> members.raw("field", Integer.toString(field)));
        members.text("fieldName", place.fieldName());
    }

    private static String array(String indent, List<String> items) {
        return items.isEmpty()
                ? "[ ]"
                : "[\n" + indent + "  " + String.join(",\n" + indent + "  ", items) + "\n" + indent + "]";
    }

    /** Escapes all but printable ASCII, so that a terminal cannot execute control sequences. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character >= ' ' && character <= '~') {
                quoted.append(character);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
            }
        }
        return quoted.append('"').toString();
    }

    /** The members of an object, in their order. */
    private static final class Members {
        private final String indent;
        private final List<String> members = new ArrayList<>();

        Members(String indent) {
            this.indent = indent;
        }

        void text(String name, String text) {
            raw(name, quoted(text));
        }

        void text(String name, Optional<String> text) {
            text.ifPresent(present -> text(name, present));
        }

        void raw(String name, String value) {
            members.add(indent + quoted(name) + " : " + value);
        }

        String object(String outer) {
            return "{\n" + String.join(",\n", members) + "\n" + outer + "}";
        }
    }
}
