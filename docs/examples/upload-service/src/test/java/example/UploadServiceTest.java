package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Starts the service and posts files to it, with Spring Boot 3.5 or 4.0. */
class UploadServiceTest {
    private static final Path SAMPLES = Path.of("../../samples");
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                UploadService.class, "--server.port=0", "--logging.level.root=warn", "--spring.main.banner-mode=off");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String reportOn(Resource file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", file);
        return RestClient.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .post()
                .uri("/reports")
                .body(parts)
                .retrieve()
                .body(String.class);
    }

    @Test
    void runsOnTheVersionOfSpringBootThatTheBuildNames() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("spring-boot.version"));
    }

    @Test
    void aMigrationAuthorisationWithMistakesIsReportedWithoutMeterPoints() {
        assertThat(reportOn(new FileSystemResource(SAMPLES.resolve("with-mistakes.csv"))))
                .contains("MIGRATION_WEEK_NOT_MONDAY", "MPAN_FORMAT")
                .doesNotContainPattern("[0-9]{10}");
    }

    @Test
    void aWorkbookIsRecognised() {
        assertThat(reportOn(new FileSystemResource(SAMPLES.resolve("Migration-Schedule.xlsx"))))
                .contains("MIGRATION_SCHEDULE");
    }

    @Test
    void whatIsNotADocumentIsNamed() {
        assertThat(reportOn(
                        new FileSystemResource(SAMPLES.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip"))))
                .contains("NOT_A_DOCUMENT");
    }

    @Test
    void aFileOfSeveralMegabytesIsAccepted() {
        var file = new ByteArrayResource(new byte[5_000_000]) {
            @Override
            public String getFilename() {
                return "zeros.csv";
            }
        };
        assertThat(reportOn(file)).contains("ERROR");
    }
}
