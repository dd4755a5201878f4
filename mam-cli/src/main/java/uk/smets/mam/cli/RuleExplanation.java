package uk.smets.mam.cli;

import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.Rule;

/** A rule with its meaning and its remedy. */
record RuleExplanation(Rule code) implements Result {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    static void json(JsonGenerator json, Rule rule) {
        json.writeStartObject();
        json.writeStringProperty("rule", rule.name());
        json.writeStringProperty("severity", rule.severity().name());
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
        console.line("  About     %s", code.group().title());
        console.line(
                "  Clause    %s", RuleList.isOwn(code) ? "none: a rule of mam's own" : code.clause() + " of MAM v2.1b");
        if (code.isEssential()) {
            console.line("  --off     leaves it out of a report; a value that breaks it is still not read");
        }
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
