package uk.smets.mam.model.tests.docs;

import java.util.Arrays;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Rule;

/** Renders the rule catalogue as the page {@code docs/rules.md}. */
final class RuleReferencePage {
    private static final String PREAMBLE = """
        # Rules

        <!-- Generated from the catalogue in the code (uk.smets.mam.model.Rule). Do not edit this page: change the catalogue and then
        run: mvn test -pl mam-model -Dtest=RuleReferencePageTest -Dmam.docs.update=true -->

        Every problem that a check can report, by the code that each finding has. Codes are stable: a released code is never
        renamed or reused. Clauses are those of the SMETS1 Migration Authorisation Mechanism v2.1b, the draft of 18 December
        2020; a dash marks a rule of this library.

        | severity | meaning |
        |---|---|
        | ERROR | The MAM says "must", "shall" or "mandatory". The file cannot be sent, and cannot be read as a document. |
        | WARNING | The MAM allows it, but it is nearly always a mistake. |
        | INFO | Good to know; nothing needs to be corrected. |

        Each rule can be turned off or given another severity. If the last column is *yes*, the value has no typed form: when the
        rule is turned off, reports do not show it, but reading typed rows still stops at it.

        A rule that needs an option (a method of `ValidationOptions`) reports nothing until the caller gives that option;
        `mam rules CODE` shows the option of the command line. If the severity depends on the document, the table says so.

        Rules of the secure exchange are not reported as findings: each ends an operation with an exception that has its code,
        before anything is written, and cannot be turned off.
        """;

    private RuleReferencePage() {}

    static String render() {
        return PREAMBLE
                + Arrays.stream(Rule.Group.values())
                        .map(RuleReferencePage::section)
                        .collect(Collectors.joining());
    }

    private static String section(Rule.Group group) {
        return "\n## " + group.title() + "\n\n"
                + "| code | severity | clause | reported when | what to do | needs option | no typed form |\n"
                + "|---|---|---|---|---|---|---|\n"
                + Arrays.stream(Rule.values())
                        .filter(rule -> rule.group() == group)
                        .map(RuleReferencePage::row)
                        .collect(Collectors.joining());
    }

    private static String row(Rule rule) {
        return "| `" + rule + "` | " + severity(rule) + " | " + rule.clause() + " | " + escape(rule.meaning()) + " | "
                + escape(rule.remedy()) + " | " + data(rule) + " | " + (rule.isEssential() ? "yes" : "") + " |\n";
    }

    private static String severity(Rule rule) {
        return rule.severity()
                + Arrays.stream(DocumentKind.values())
                        .filter(document -> rule.severity(document) != rule.severity())
                        .map(document -> "; " + rule.severity(document) + " in a " + name(document))
                        .collect(Collectors.joining());
    }

    private static String name(DocumentKind document) {
        return switch (document) {
            case MIGRATION_AUTHORISATION -> "Migration Authorisation";
            case FIRMWARE_UPGRADE_NOTIFICATION -> "firmware notification";
            case MIGRATION_SCHEDULE -> "Migration Schedule";
        };
    }

    private static String data(Rule rule) {
        return rule.data().stream().map(data -> "`" + data.option() + "`").collect(Collectors.joining(", "));
    }

    /** Escapes characters that Markdown would interpret, such as those of {@code <SMSO>}. */
    private static String escape(String text) {
        return text.replaceAll("[\\\\`*_<>|\\[\\]]", "\\\\$0");
    }
}
