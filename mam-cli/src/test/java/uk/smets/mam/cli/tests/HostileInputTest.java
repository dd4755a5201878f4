package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.ObjectMapper;

/** Nothing in a file makes the program print what moves a cursor, or fail. */
class HostileInputTest {
    private final CommandLineRun here = CommandLineRun.in(Path.of(""));

    @Property(tries = 200)
    void anyBytesAreReportedInPrintableText(@ForAll byte[] content) {
        CommandLineRun.Outcome outcome = here.reading(content).run("validate", "-");
        assertThat(outcome.status()).isIn(1, 3);
        assertThat(outcome.out() + outcome.err()).matches("[^\\p{Cc}\\p{Cf}&&[^\\n]]*");
    }

    @Property(tries = 200)
    void anyBytesAreReportedInWholeJson(@ForAll byte[] content) {
        CommandLineRun.Outcome outcome = here.reading(content).run("validate", "--format", "json", "-");
        assertThat(new ObjectMapper().readTree(outcome.out()).has("files")).isTrue();
    }
}
