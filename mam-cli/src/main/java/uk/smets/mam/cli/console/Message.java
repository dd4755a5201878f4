package uk.smets.mam.cli.console;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.Rule;

/**
 * A message about the work of a command: a line on standard error, and an entry of {@code messages} in JSON.
 *
 * @param file the file that the message is about, as named by the user
 * @param rule the rule that the message is about
 * @param text the sentence
 */
public record Message(Optional<String> file, Optional<Rule> rule, String text) {
    public Message {
        requireNonNull(file, "file");
        requireNonNull(rule, "rule");
        requireNonNull(text, "text");
    }

    public static Message of(String text) {
        return new Message(Optional.empty(), Optional.empty(), text);
    }

    public static Message of(String file, String text) {
        return new Message(Optional.of(file), Optional.empty(), text);
    }

    public static Message of(Rule rule, String text) {
        return new Message(Optional.empty(), Optional.of(rule), text);
    }

    /** Returns {@code file: RULE: sentence}, without the parts that are absent. */
    String line() {
        return file.map(name -> name + ": ").orElse("")
                + rule.map(code -> code + ": ").orElse("")
                + text;
    }

    void json(JsonGenerator json) {
        json.writeStartObject();
        JsonOutput.text(json, "file", file);
        JsonOutput.text(json, "rule", rule.map(Rule::name));
        json.writeStringProperty("message", text);
        json.writeEndObject();
    }
}
