package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.ObjectMapper;

/** No content of a file makes the program fail or print control characters. */
class HostileInputTest {
    private final CommandLineRun here = CommandLineRun.in(Path.of(""));

    @Property(tries = 200)
    void anyBytesAreReportedInPrintableText(@ForAll byte[] content) {
        CommandLineRun.Outcome outcome = here.withInput(content).run("validate", "-");
        assertThat(outcome.status()).isIn(1, 3);
        assertThat(outcome.out() + outcome.err()).matches("[^\\p{Cc}\\p{Cf}&&[^\\n]]*");
    }

    @Property(tries = 200)
    void anyBytesAreReportedAsCompleteJson(@ForAll byte[] content) {
        CommandLineRun.Outcome outcome = here.withInput(content).run("validate", "--format", "json", "-");
        assertThat(new ObjectMapper().readTree(outcome.out()).has("files")).isTrue();
    }
}
