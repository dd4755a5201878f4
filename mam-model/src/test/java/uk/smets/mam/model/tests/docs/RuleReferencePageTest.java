package uk.smets.mam.model.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;

/** Compares {@code docs/rules.md} with the catalogue; {@code -Dmam.docs.update=true} updates the page. */
class RuleReferencePageTest {
    private static final Path PAGE = Path.of("..", "docs", "rules.md");

    @Test
    void pageMatchesTheCatalogue() throws IOException {
        byte[] rendered = RuleReferencePage.render().getBytes(StandardCharsets.US_ASCII);
        if (Boolean.getBoolean("mam.docs.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.write(PAGE, rendered);
        }
        assertThat(new String(Files.readAllBytes(PAGE), StandardCharsets.ISO_8859_1))
                .as("docs/rules.md; run this test with -Dmam.docs.update=true to update it")
                .isEqualTo(new String(rendered, StandardCharsets.ISO_8859_1));
    }

    @Test
    void everyRuleHasItsRowUnderItsGroup() {
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
