package uk.smets.mam.cli.console;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.Rule;

/**
 * What a command says of its own work: a line on standard error, and an entry of {@code messages} in JSON.
 *
 * @param file the file that it is about, as the user named it; empty where it is about none
 * @param rule the code of the refusal; empty where it has none
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

    /** {@code file: RULE: sentence}, as much of it as there is. */
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
