package uk.smets.mam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.model.DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION;
import static uk.smets.mam.model.DocumentKind.MIGRATION_AUTHORISATION;
import static uk.smets.mam.model.DocumentKind.MIGRATION_SCHEDULE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.DocumentFormat.Match;

class InstalledFormatsTest {
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();

    /** A format that matches every file as it is created, contains a document if the text starts with its name, and records what it read. */
    private static final class FakeFormat implements DocumentFormat {
        final List<String> starts = new ArrayList<>();
        final List<String> validated = new ArrayList<>();
        private final String name;
        private final Match match;
        private final Set<DocumentKind> kinds;

        FakeFormat(String name, Match match, DocumentKind... kinds) {
            this.name = name;
            this.match = match;
            this.kinds = Set.of(kinds);
        }

        @Override
        public Set<DocumentKind> kinds() {
            return kinds;
        }

        @Override
        public Match match(String file, byte[] start) {
            starts.add(new String(start, StandardCharsets.US_ASCII));
            return match;
        }

        @Override
        public Optional<DocumentKind> kindOf(Input input) throws IOException {
            return text(input).startsWith(name) ? kinds.stream().findFirst() : Optional.empty();
        }

        @Override
        public ValidationReport validate(Input input, ValidationOptions options) throws IOException {
            validated.add(text(input));
            return new ValidationReport(kinds.iterator().next(), Optional.empty(), 7, Map.of(), 0, List.of());
        }

        @Override
        public List<DocumentField> headerFields(DocumentKind kind) {
            return List.of();
        }

        @Override
        public List<DocumentField> fields(DocumentKind kind) {
            return List.of();
        }

        private static String text(Input input) throws IOException {
            try (InputStream stream = input.open()) {
                return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
            }
        }
    }

    private final FakeFormat csv = new FakeFormat("csv", Match.OTHERWISE, MIGRATION_AUTHORISATION);
    private final FakeFormat xlsx = new FakeFormat("xlsx", Match.POSSIBLE, MIGRATION_SCHEDULE);

    @Test
    void kindsAreThoseOfAllFormats() {
        FakeFormat notifications =
                new FakeFormat("xlsx", Match.POSSIBLE, MIGRATION_SCHEDULE, FIRMWARE_UPGRADE_NOTIFICATION);
        assertThat(formats(csv, notifications).kinds())
                .containsExactly(MIGRATION_AUTHORISATION, FIRMWARE_UPGRADE_NOTIFICATION, MIGRATION_SCHEDULE);
        assertThat(formats(csv).kinds()).containsExactly(MIGRATION_AUTHORISATION);
    }

    @Test
    void kindsCannotBeModified() {
        Set<DocumentKind> kinds = formats(csv).kinds();
        assertThatThrownBy(() -> kinds.add(MIGRATION_SCHEDULE)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void formatOfAKindIsTheOneThatReadsIt() {
        assertThat(formats(csv, xlsx).of(MIGRATION_AUTHORISATION)).isSameAs(csv);
        assertThat(formats(csv, xlsx).of(MIGRATION_SCHEDULE)).isSameAs(xlsx);
        assertThatIllegalStateException()
                .isThrownBy(() -> formats(csv).of(MIGRATION_SCHEDULE))
                .withMessageEndingWith("add uk.smets.mam:mam-xlsx");
    }

    @Test
    void formatThatIsCertainIsPreferred() throws IOException {
        FakeFormat certain = new FakeFormat("certain", Match.CERTAIN, FIRMWARE_UPGRADE_NOTIFICATION);
        assertThat(formats(csv, xlsx, certain)
                        .validate(input("xlsx,1"), DEFAULTS)
                        .document())
                .isEqualTo(FIRMWARE_UPGRADE_NOTIFICATION);
        assertThat(certain.validated).containsExactly("xlsx,1");
        assertThat(csv.validated).isEmpty();
        assertThat(xlsx.validated).isEmpty();
    }

    @Test
    void possibleFormatIsUsedOnlyForADocumentOfIt() throws IOException {
        InstalledFormats formats = formats(csv, xlsx);
        assertThat(formats.kindOf(input("xlsx,1"))).contains(MIGRATION_SCHEDULE);
        assertThat(formats.kindOf(input("csv,1"))).contains(MIGRATION_AUTHORISATION);
        assertThat(formats.kindOf(input("neither"))).isEmpty();
        assertThat(formats.validate(input("neither"), DEFAULTS).document()).isEqualTo(MIGRATION_AUTHORISATION);
        assertThat(csv.validated).containsExactly("neither");
    }

    @Test
    void onlyFormatThatFitsIsUsedWithoutLookingForADocument() throws IOException {
        assertThat(formats(xlsx).validate(input("neither"), DEFAULTS).rows()).isEqualTo(7);
        assertThat(formats(csv).validate(input("neither"), DEFAULTS).rows()).isEqualTo(7);
        assertThat(xlsx.validated).containsExactly("neither");
        assertThat(csv.validated).containsExactly("neither");
    }

    @Test
    void formatsAreGivenTheFirst64Bytes() throws IOException {
        formats(csv).validate(input("csv," + "1".repeat(100)), DEFAULTS);
        formats(csv).validate(input("csv"), DEFAULTS);
        assertThat(csv.starts).containsExactly("csv," + "1".repeat(60), "csv");
    }

    @Test
    void streamIsValidatedFromItsFirstByteThoughItsStartWasRead() throws IOException {
        String text = "csv," + "1".repeat(100);
        formats(csv).validate(stream(text), DEFAULTS);
        formats(csv, xlsx).validate(stream(text), DEFAULTS);
        formats(csv, xlsx).validate(stream("xlsx"), DEFAULTS);
        assertThat(csv.validated).containsExactly(text, text);
        assertThat(xlsx.validated).containsExactly("xlsx");
    }

    @Test
    void fileIsReadFromTheDisk(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.xlsx"), "xlsx,1");
        assertThat(formats(csv, xlsx).kindOf(Input.of(file))).contains(MIGRATION_SCHEDULE);
        formats(csv, xlsx).validate(Input.of(file), DEFAULTS);
        assertThat(xlsx.validated).containsExactly("xlsx,1");
    }

    @Test
    void folderIsNotAFile(@TempDir Path folder) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> formats(csv).kindOf(Input.of(folder)))
                .withMessage(folder + " is a folder, not a file");
    }

    @Test
    void workbookWithoutItsModuleIsReportedWithTheModule() throws IOException {
        ValidationReport report = formats(csv).validate(input("PK\u0003\u0004", "s.xlsx"), DEFAULTS);
        assertThat(report.document()).isEqualTo(MIGRATION_SCHEDULE);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.findings())
                .singleElement()
                .hasToString("s.xlsx: ERROR NOT_A_DOCUMENT: this is a workbook or a ZIP archive, and the module that "
                        + "reads such files is not installed: add uk.smets.mam:mam-xlsx");
        assertThat(csv.validated).isEmpty();
    }

    @Test
    void workbookWithItsModuleIsValidated() throws IOException {
        FakeFormat workbooks = new FakeFormat("PK", Match.POSSIBLE, MIGRATION_SCHEDULE);
        formats(csv, workbooks).validate(input("PK\u0003\u0004", "s.xlsx"), DEFAULTS);
        assertThat(workbooks.validated).containsExactly("PK\u0003\u0004");
    }

    @Test
    void textWithoutItsModuleIsReportedWithTheModule() throws IOException {
        InstalledFormats formats = formats(new FakeFormat("xlsx", Match.NONE, MIGRATION_SCHEDULE));
        ValidationReport report = formats.validate(
                input("1,2"), DEFAULTS.without(Rule.NOT_A_DOCUMENT).named("upload.csv"));
        assertThat(report.document()).isEqualTo(MIGRATION_AUTHORISATION);
        assertThat(report.findings())
                .singleElement()
                .hasToString("upload.csv: ERROR NOT_A_DOCUMENT: this is not a workbook, and the module that reads such "
                        + "files is not installed: add uk.smets.mam:mam-csv");
        assertThat(formats.kindOf(input("1,2"))).isEmpty();
    }

    private static InstalledFormats formats(DocumentFormat... formats) {
        return new InstalledFormats(List.of(formats));
    }

    private static Input input(String text) {
        return input(text, "upload");
    }

    private static Input input(String text, String name) {
        return Input.of(text.getBytes(StandardCharsets.US_ASCII), name);
    }

    private static Input stream(String text) {
        return Input.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), "upload");
    }
}
