package uk.smets.mam.cli.result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Rule;

/** A rule with its meaning and its remedy. */
public record RuleExplanation(Rule code) implements Result {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    static void json(JsonGenerator json, Rule rule) {
        json.writeStartObject();
        json.writeStringProperty("rule", rule.name());
        json.writeStringProperty("severity", rule.severity().name());
        json.writeObjectPropertyStart("severities");
        for (DocumentKind document : DocumentKind.values()) {
            json.writeStringProperty(document.name(), rule.severity(document).name());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("data");
        for (Rule.Data data : rule.data()) {
            json.writeStartObject();
            json.writeStringProperty("option", data.option());
            json.writeArrayPropertyStart("commandLine");
            options(data).forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("about", rule.group().title());
        if (!RuleList.isOwn(rule)) {
            json.writeStringProperty("clause", rule.clause());
        }
        json.writeBooleanProperty("essential", rule.isEssential());
        json.writeStringProperty("meaning", rule.meaning());
        json.writeStringProperty("remedy", rule.remedy());
        json.writeEndObject();
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeArrayPropertyStart("rules");
        json(json, code);
        json.writeEndArray();
    }

    @Override
    public void text(Console console) {
        console.line("%s", code);
        paragraph(console, code.meaning());
        paragraph(console, code.remedy());
        console.line("");
        console.line("  Severity  %s", code.severity());
        otherSeverities(code).forEach(other -> console.line("            %s", other));
        console.line("  About     %s", code.group().title());
        console.line(
                "  Clause    %s",
                RuleList.isOwn(code) ? "none: a rule of mam itself" : code.clause() + " of MAM v2.1b");
        if (!code.data().isEmpty()) {
            console.line("  Needs     %s", options(code));
            for (Rule.Data data : code.data()) {
                console.line("            (in Java %s)", "ValidationOptions." + data.option());
            }
        }
        if (code.isEssential()) {
            console.line("  --off     skips it in a report; a value that breaks it still cannot be read");
        }
    }

    /** Returns the documents with another severity, such as {@code WARNING in a Firmware notification}. */
    static List<String> otherSeverities(Rule rule) {
        return Arrays.stream(DocumentKind.values())
                .filter(document -> rule.severity(document) != rule.severity())
                .map(document -> rule.severity(document) + " in a " + document.title())
                .toList();
    }

    /** Returns the command-line options for data of the caller; any one of them is enough. */
    private static List<String> options(Rule.Data data) {
        return switch (data) {
            case SUBMITTED_AT -> List.of("--at");
            case NOTIFIED_ON -> List.of("--notified-on");
            case NETWORK_OPERATORS -> List.of("--network-operators");
            case DORMANT -> List.of("--dormant");
            case ACTIVE -> List.of("--active");
            case ADDRESSEE -> List.of("--expect-signifier", "--expect-participant");
            case RESPONSIBILITIES -> List.of("--responsible-for");
            case GROUP_IDS -> List.of("--group-ids");
        };
    }

    /** Returns {@code --responsible-for and --group-ids}, or {@code --expect-signifier or --expect-participant}. */
    static String options(Rule rule) {
        return rule.data().stream()
                .map(data -> String.join(" or ", options(data)))
                .collect(Collectors.joining(" and "));
    }

    private static void paragraph(Console console, String text) {
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                console.line("%s", line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        console.line("%s", line.toString().stripTrailing());
    }
}
