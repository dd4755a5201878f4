package uk.smets.mam.model.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.DocumentationPage;

/** Compares {@code docs/rules.md} with the catalogue; {@code -Dmam.docs.update=true} updates the page. */
class RuleReferencePageTest {
    @Test
    void pageMatchesTheCatalogue() throws IOException {
        assertThat(RuleReferencePage.render()).isASCII();
        DocumentationPage.ofDocs("rules.md").isGeneratedAs(RuleReferencePage.render());
    }

    @Test
    void everyRuleHasARowUnderItsGroup() {
        String page = RuleReferencePage.render();
        for (Rule.Group group : Rule.Group.values()) {
            String section = page.split("\n## " + group.title() + "\n", -1)[1].split("\n## ", -1)[0];
            assertThat(section.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`", -1)[1]))
                    .containsExactlyElementsOf(Arrays.stream(Rule.values())
                            .filter(rule -> rule.group() == group)
                            .map(Rule::name)
                            .toList());
        }
    }

    @Test
    void placeholdersAreEscaped() {
        assertThat(RuleReferencePage.render())
                .contains("MA\\_\\<SMSO\\>\\_\\<User ID\\>\\_\\<YYYYMMDD\\>\\_\\<HHMMSS\\>.csv");
    }
}
