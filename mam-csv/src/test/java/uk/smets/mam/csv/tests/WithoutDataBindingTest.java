package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** On the class path, only the streaming API of Jackson 3 is needed; so nothing else of Jackson can be of a wrong version. */
class WithoutDataBindingTest {
    @Test
    void documentsAndExtractsAreReadWithoutDataBindingAndAnnotations() throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jackson-databind") && !entry.contains("jackson-annotations"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Program.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output)
                .isEqualTo("0 rows; [CERTIFICATE_MISSING, COLUMN_MISSING]; tools.jackson.databind.ObjectMapper is"
                        + " absent\n");
    }

    /** Reads a document, and an extract whose quotes only Jackson's parser reads. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            MigrationAuthorisationHeader header =
                    new MigrationAuthorisationHeader(UserId.of("A1-B2-C3-D4-E5-F6-07-18"), true, Smso.CGI);
            byte[] document = new MigrationAuthorisation(header, List.of()).toBytes();
            int rows = MigrationAuthorisation.parse(
                            Input.of(document, "MA_CGI_A1-B2-C3-D4-E5-F6-07-18_20190731_090000.csv"))
                    .rows()
                    .size();
            System.out.print(rows + " rows; ");
            try {
                ExtractImport.of(header)
                        .read(Input.of(
                                "MPAN;Migration Week\n\"1312345678907\" ;20190805\n".getBytes(StandardCharsets.UTF_8),
                                "extract.csv"));
            } catch (InvalidDocumentException e) {
                System.out.print(e.report().counts().keySet() + "; ");
            }
            try {
                Class.forName("tools.jackson.databind.ObjectMapper");
                System.out.print("data binding is present\n");
            } catch (ClassNotFoundException e) {
                System.out.print(e.getMessage() + " is absent\n");
            }
        }
    }
}
