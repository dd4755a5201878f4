package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.testing.DocumentationPage;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final DocumentationPage PAGE = DocumentationPage.readme();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC);
    private static final CertificateId CRITICAL =
            CertificateId.of("57212471004629716046573406635618602124", "CN=Z1,OU=07");
    private static final CertificateId NON_CRITICAL =
            CertificateId.of("153692228418958944383506271218687474499", "CN=Z1,OU=07");
    private static final CertificatePair PAIR = CertificatePair.of(CRITICAL, NON_CRITICAL);
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);

    @TempDir
    Path folder;

    private final ReadmeSnippets snippets = new ReadmeSnippets();
    private Path file;

    @BeforeEach
    void writeAFile() throws IOException {
        file = folder.resolve("ma.csv");
        MigrationAuthorisationRow row = MigrationAuthorisationRow.dualFuel(
                        Mpan.of("1312345678907"), Mprn.of("3938424403"))
                .migrationWeek(MigrationWeek.find("20190805").orElseThrow())
                .supplierCertificates(PAIR)
                .build();
        new MigrationAuthorisation(HEADER, List.of(row)).write(file);
    }

    @Test
    void everyJavaBlockOfReadmeIsACompiledSnippet() throws IOException {
        PAGE.showsTheSnippetsOf(ReadmeSnippets.class);
    }

    @Test
    void parseAndWriteWritesAFileWithItsProperName() throws IOException {
        snippets.parseAndWrite(file, folder, CLOCK, CRITICAL, NON_CRITICAL);
        MigrationAuthorisation written =
                MigrationAuthorisation.parse(folder.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv"));
        assertThat(written.rows()).hasSize(1);
        assertThat(written.rows().get(0).migrationWeek()).isEqualTo(MigrationWeek.find("20190805"));
    }

    @Test
    void validatePrintsTheFindingThatReadmeShows() throws IOException {
        String text = Files.readString(file, UTF_8).replace("20190805", "20190806");
        Files.writeString(file, text, UTF_8);
        String readme = PAGE.text();
        assertThat(snippets.validate(file).findings())
                .filteredOn(finding -> finding.rule() == Rule.MIGRATION_WEEK_NOT_MONDAY)
                .singleElement()
                .satisfies(finding -> assertThat(readme).contains("\n" + finding + "\n"));
    }

    @Test
    void streamReturnsTheSoundRows() throws IOException {
        List<Finding> findings = new ArrayList<>();
        assertThat(snippets.stream(file, ValidationOptions.defaults(), findings))
                .hasSize(1);
        assertThat(findings).extracting(Finding::rule).containsExactly(Rule.FILE_NAME_FORMAT);
    }

    @Test
    void optionsGiveTheDataThatRulesNeed() throws IOException {
        assertThat(MigrationAuthorisation.validate(file, snippets.options(CLOCK, Map.of(13, Set.of(CRITICAL))))
                        .isSound())
                .isTrue();
    }

    @Test
    void writeWritesARowForEachInstallation() throws IOException {
        Path target = folder.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
        WrittenFile written = snippets.write(
                target,
                HEADER,
                List.of(new ReadmeSnippets.Installation(Mpan.of("2012345678385"), Mprn.of("1234567810"))),
                MigrationWeek.find("20190805").orElseThrow(),
                PAIR,
                Map.of(20, PAIR));
        assertThat(written.rows()).isEqualTo(1);
        assertThat(MigrationAuthorisation.parse(target)
                        .rows()
                        .get(0)
                        .certificateIds()
                        .esmeNetworkOperator())
                .isEqualTo(PAIR);
    }

    @Test
    void everyRelativeLinkOfTheDocumentationLeadsToAFile() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Path> pages = Stream.concat(root, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
            assertThat(pages).isNotEmpty();
            for (Path page : pages) {
                Matcher link = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)").matcher(Files.readString(page, UTF_8));
                while (link.find()) {
                    assertThat(page.resolveSibling(link.group(1)))
                            .as("link in %s", page)
                            .exists();
                }
            }
        }
    }
}
