package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.xlsx.MigrationSchedule;

/** What a program that uses this module prints without configuring any logging. */
class StandardErrorTest {
    @Test
    void writingAWorkbookPrintsNothing(@TempDir Path folder) throws Exception {
        assertThat(standardError(Writing.class, folder, System.getProperty("java.class.path")))
                .isEmpty();
    }

    /** Shows that the test above can fail. */
    @Test
    void withoutThisModulePoiPrintsAWarning(@TempDir Path folder) throws Exception {
        String modules = String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .filter(entry -> !Files.exists(
                                Path.of(entry).resolve("META-INF/services/org.apache.logging.log4j.spi.Provider")))
                        .toList());
        assertThat(standardError(Bare.class, folder, modules)).contains("could not find a logging provider");
    }

    /** A provider with a higher priority is used instead. */
    @Test
    void anyOtherProviderOfLog4jHasPriority() {
        Provider provider = ServiceLoader.load(Provider.class).stream()
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
        assertThat(provider.getPriority()).isEqualTo(Integer.MIN_VALUE);
        assertThat((Class<?>) provider.loadLoggerContextFactory()).isEqualTo(SimpleLoggerContextFactory.class);
        assertThat(Optional.ofNullable(provider.getThreadContextMap())).isEmpty();
    }

    private static String standardError(Class<?> program, Path folder, String classPath)
            throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        program.getName(),
                        folder.resolve("schedule.xlsx").toString())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(errors);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** Writes a workbook with this module. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            new MigrationSchedule(
                            new NotificationHeader(
                                    "Z1",
                                    List.of(SecPartySignifier.of("EXSUPP")),
                                    List.of(MarketParticipantId.of("EXG")),
                                    Smso.CGI),
                            List.of())
                    .write(Path.of(arguments[0]));
        }
    }

    /** Creates a workbook with POI. */
    static final class Bare {
        private Bare() {}

        public static void main(String[] arguments) throws IOException {
            new XSSFWorkbook().close();
        }
    }
}
