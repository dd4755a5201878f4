package uk.smets.mam.csv.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.internal.primitive.VisibleText;

/** Writes JSON, indented by two spaces, with lines that end in LF on every system. */
final class JsonText {
    private static final int DELETE = 0x7F;

    private final Appendable out;

    /** For each open object and array, whether it has no members yet. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    JsonText(Appendable out) {
        this.out = out;
    }

    void startObject() throws IOException {
        item();
        start('{');
    }

    void startObject(String name) throws IOException {
        name(name);
        start('{');
    }

    void endObject() throws IOException {
        end('}');
    }

    void startArray(String name) throws IOException {
        name(name);
        start('[');
    }

    void endArray() throws IOException {
        end(']');
    }

    void text(String name, String text) throws IOException {
        name(name);
        quoted(text);
    }

    /** Writes a member, if it is present. */
    void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            text(name, text.get());
        }
    }

    /** Writes an item of an array. */
    void text(String text) throws IOException {
        item();
        quoted(text);
    }

    void number(String name, long number) throws IOException {
        name(name);
        out.append(Long.toString(number));
    }

    void flag(String name, boolean flag) throws IOException {
        name(name);
        out.append(Boolean.toString(flag));
    }

    private void start(char bracket) throws IOException {
        out.append(bracket);
        open.push(true);
    }

    private void end(char bracket) throws IOException {
        if (open.pop()) {
            out.append(' ');
        } else {
            newLine();
        }
        out.append(bracket);
    }

    private void name(String name) throws IOException {
        item();
        quoted(name);
        out.append(" : ");
    }

    /** Starts a member of an object, an item of an array, or the whole value. */
    private void item() throws IOException {
        if (open.isEmpty()) {
            return;
        }
        if (!open.pop()) {
            out.append(',');
        }
        open.push(false);
        newLine();
    }

    private void newLine() throws IOException {
        out.append('\n').append("  ".repeat(open.size()));
    }

    /**
     * Also escapes control characters, marks that change the direction of text, and invisible characters, which a terminal would not simply
     * show. Programs that parse the JSON get the same text.
     */
    private void quoted(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"', '\\' -> out.append('\\').append(character);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (character != DELETE && VisibleText.isVisible(character)) {
                        out.append(character);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
                    }
                }
            }
        }
        out.append('"');
    }
}
