package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.testing.MessageListing;

class PasswordFileTest {
    private static final String TEXT = Sample.USER_ID_TEXT + "\n" + Sample.NAME + "\n" + Sample.MD5 + "\n";

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static PasswordFile parse(String text) {
        return PasswordFile.parse(bytes(text));
    }

    private static String naming(String fileName) {
        return Sample.USER_ID_TEXT + "\n" + fileName + "\n" + Sample.MD5 + "\n";
    }

    @Test
    void passwordFileIsThreeLinesOfOneFieldEndingInLf() {
        assertThat(Sample.passwordFile().toBytes()).asString(US_ASCII).isEqualTo(TEXT);
        assertThat(Sample.MD5).matches("[0-9a-f]{32}");
    }

    @Test
    void passwordFileReadsBackEqual() {
        PasswordFile read = parse(TEXT);
        assertThat(read).isEqualTo(Sample.passwordFile()).hasSameHashCodeAs(Sample.passwordFile());
        assertThat(read.userId()).isEqualTo(Sample.USER_ID);
        assertThat(read.fileName()).isEqualTo(Sample.NAME);
        assertThat(read.md5()).isEqualTo(Sample.MD5);
        assertThat(read.trailer()).isEmpty();
        assertThat(read).isNotEqualTo(parse(naming("other.csv"))).isNotEqualTo(TEXT);
    }

    @Test
    void passwordIsTheMd5OfTheFileToEncrypt(@TempDir Path folder) throws IOException {
        assertThat(PasswordFile.of(Sample.USER_ID, Sample.in(folder))).isEqualTo(Sample.passwordFile());
    }

    @Test
    void passwordFileIsWrittenUnderAnyName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(Sample.passwordFile().name());
        Sample.passwordFile().write(file);
        assertThat(file).hasFileName(Sample.PASSWORD_FILE_NAME).hasBinaryContent(bytes(TEXT));
        assertThat(PasswordFile.parse(file)).isEqualTo(Sample.passwordFile());
        assertThat(folder.toFile().list()).containsExactly(Sample.PASSWORD_FILE_NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv,"
                + " MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
        "Migration Schedule 12.xlsm, MAPASSWORD_Migration Schedule 12.csv",
        "response.v2.xlsx, MAPASSWORD_response.v2.csv",
        "MA_CGI_nothing.csv, MAPASSWORD_MA_CGI_nothing.csv",
        "noextension, MAPASSWORD_noextension.csv"
    })
    void passwordFileIsNamedAfterTheEncryptedFile(String fileName, String passwordFileName) {
        assertThat(PasswordFile.nameFor(fileName)).isEqualTo(passwordFileName);
        assertThat(PasswordFile.of(Sample.USER_ID, fileName, Sample.MD5).name()).isEqualTo(passwordFileName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "-----BEGIN\r\nCERT", "\n\n\n\n", "\0\u00FF\r"})
    void bytesAfterTheThirdLineAreKeptUnchanged(String trailer) {
        PasswordFile read = parse(TEXT + trailer);
        assertThat(read.trailer()).asString(ISO_8859_1).isEqualTo(trailer);
        assertThat(read.toBytes()).asString(ISO_8859_1).isEqualTo(TEXT + trailer);
        assertThat(Sample.passwordFile().withTrailer(bytes(trailer))).isEqualTo(read);
        assertThat(read.withTrailer(new byte[0])).isEqualTo(Sample.passwordFile());
    }

    @Test
    void upperCaseMd5IsTheSameHashButAnotherPassword() {
        PasswordFile upper = parse(TEXT.replace(Sample.MD5, Sample.MD5.toUpperCase(Locale.ROOT)));
        assertThat(upper.md5()).isEqualTo(Sample.MD5.toUpperCase(Locale.ROOT));
        assertThat(PasswordFile.of(Sample.USER_ID, Sample.NAME, upper.md5()).md5())
                .isEqualTo(Sample.MD5);
    }

    @Test
    void userIdInLowerCaseIsAcceptedAndKept() {
        String lower = TEXT.replace(Sample.USER_ID_TEXT, Sample.USER_ID_TEXT.toLowerCase(Locale.ROOT));
        assertThat(parse(lower).userId()).isEqualTo(Sample.USER_ID);
        assertThat(parse(lower).toBytes()).asString(US_ASCII).isEqualTo(lower);
    }

    @Test
    void lastLineMayLackItsLineEnd() {
        PasswordFile read = parse(TEXT.stripTrailing());
        assertThat(read.md5()).isEqualTo(Sample.MD5);
        assertThat(read.toBytes()).asString(US_ASCII).isEqualTo(TEXT.stripTrailing());
    }

    @Test
    void nameWithACommaIsQuoted() {
        PasswordFile made = PasswordFile.of(Sample.USER_ID, "week 32, part 1.xlsx", Sample.MD5);
        assertThat(made.toBytes()).asString(US_ASCII).contains("\n\"week 32, part 1.xlsx\"\n");
        assertThat(PasswordFile.parse(made.toBytes()).fileName()).isEqualTo("week 32, part 1.xlsx");
        assertThat(parse(naming("\"plain.csv\"")).fileName()).isEqualTo("plain.csv");
    }

    /** Sketches of malformed password files. The messages that name their errors are pinned in {@code messages.txt}. */
    static List<String> malformed() {
        return List.of(
                "id\\n",
                "id\\nname\\n",
                "id\\r\\nname\\r\\nmd5\\r\\n",
                "id\\nname\\r\\nmd5\\n",
                "id\\nname\\nmd5\\r\\n",
                "\\nname\\nmd5\\n",
                "id\\n\\nmd5\\n",
                "id\\n\"\"\\nmd5\\n",
                "id\\n\"a\\nmd5\\n",
                "id\\n\"\\nmd5\\n",
                "id\\n\"a\"b\"\\nmd5\\n",
                "id\\na,b.csv\\nmd5\\n",
                "id\\na\"b.csv\\nmd5\\n",
                "id\\nname\\nmd5,\\n",
                "id,YES\\nname\\nmd5\\n",
                "name\\nname\\nmd5\\n",
                "id\\nname\\nmd5x\\n",
                "id\\nname\\n md5\\n",
                "id\\nname\\nid\\n",
                "\\u00EF\\u00BB\\u00BFid\\nname\\nmd5\\n",
                "\\u00FF\\u00FEi\\u0000d",
                "id\\nn\\u00E4me\\nmd5\\n",
                "id\\nname\\nmd5\\u00A0\\n");
    }

    static String text(String sketch) {
        return sketch.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\u00EF\\u00BB\\u00BF", "\u00EF\u00BB\u00BF")
                .replace("\\u00FF\\u00FE", "\u00FF\u00FE")
                .replace("\\u0000", "\0")
                .replace("\\u00E4", "\u00E4")
                .replace("\\u00A0", "\u00A0")
                .replace("name", Sample.NAME)
                .replace("id", Sample.USER_ID_TEXT)
                .replace("md5", Sample.MD5);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedPasswordFileIsRefusedAtItsLine(String sketch) {
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> parse(text(sketch)))
                .isEqualTo(MessageListing.pinned(Rule.PASSWORD_FILE_FORMAT, sketch));
    }

    @Test
    void emptyPasswordFileIsRefused() {
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> parse("")).contains("line 1");
    }

    static Stream<String> unsafeNames() {
        return Stream.of(
                "../x",
                "..\\x",
                "a/b",
                "a\\b",
                "/x",
                "\\x",
                "\\\\server\\x",
                "C:x",
                "C:\\x",
                "x:stream",
                "..",
                "a..b",
                ".",
                ".hidden",
                "x.",
                "x ",
                " x",
                "CON",
                "con.csv",
                "NUL",
                "nul .txt",
                "aux.tar.gz",
                "PRN",
                "COM1",
                "lpt9.xlsx",
                "CONIN$",
                "CLOCK$",
                "a\0b",
                "a\tb",
                "a\rb",
                "a\u007Fb",
                "\u001Bx",
                "a<b",
                "a>b",
                "a|b",
                "a?b",
                "a*b");
    }

    @ParameterizedTest
    @MethodSource("unsafeNames")
    void unsafeFileNameIsRefusedOnReadingAndWriting(String name) {
        Refusal.of(Rule.PASSWORD_FILE_NAME_UNSAFE, () -> parse(naming(name)));
        Refusal.of(Rule.PASSWORD_FILE_NAME_UNSAFE, () -> PasswordFile.of(Sample.USER_ID, name, Sample.MD5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CONSOLE.csv", "com.csv", "COM10", "a.b.c", "a-b_c (1).xlsx", "nul2", "x.CON", "~$week.xlsx"})
    void nameThatOnlyResemblesAnUnsafeOneIsAccepted(String name) {
        assertThat(parse(naming(name)).fileName()).isEqualTo(name);
    }

    @Test
    void unsafeNameIsReportedBeforeOtherErrors() {
        Refusal.of(Rule.PASSWORD_FILE_NAME_UNSAFE, () -> parse("?\n../x\n?\n"));
    }

    @Test
    void nameMustHave1To255Characters() {
        assertThat(parse(naming("x".repeat(255))).fileName()).hasSize(255);
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> parse(naming("x".repeat(256))))
                .contains("255", "256");
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> PasswordFile.of(Sample.USER_ID, "", Sample.MD5));
    }

    @Test
    void nonAsciiNameIsRefused() {
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> PasswordFile.of(Sample.USER_ID, "w\u00F6che.xlsx", Sample.MD5))
                .isEqualTo(MessageListing.pinned(Rule.PASSWORD_FILE_FORMAT, "file name that is not ASCII"));
    }

    @Test
    void fileOfMoreThanOneMebibyteIsRefused(@TempDir Path folder) throws IOException {
        byte[] longest = Arrays.copyOf(bytes(TEXT), 1 << 20);
        byte[] longer = Arrays.copyOf(bytes(TEXT), longest.length + 1);
        Path file = folder.resolve("p.csv");
        Files.write(file, longest);
        assertThat(PasswordFile.parse(file).trailer()).hasSize(longest.length - TEXT.length());
        Files.write(file, longer);
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> PasswordFile.parse(file)).contains("1 MiB");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.passwordFile().withTrailer(longest))
                .withMessageStartingWith("trailer");
    }

    @Test
    void bytesAreCopiedOnInputAndOutput() {
        byte[] given = bytes(TEXT);
        PasswordFile read = PasswordFile.parse(given);
        given[0] = '?';
        read.toBytes()[0] = '?';
        assertThat(read).isEqualTo(Sample.passwordFile());
    }

    @Test
    void textThatIsNotAnMd5IsAnIllegalArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordFile.of(Sample.USER_ID, Sample.NAME, Sample.MD5 + "0"))
                .withMessageStartingWith("md5: ");
    }

    @Test
    void toStringOmitsTheMd5() {
        assertThat(Sample.passwordFile())
                .hasToString("PasswordFile[userId=" + Sample.USER_ID_TEXT + ", fileName=" + Sample.NAME + "]");
    }

    @Test
    void folderIsRefusedAsFileToEncrypt(@TempDir Path folder) {
        assertThatIOException()
                .isThrownBy(() -> PasswordFile.of(Sample.USER_ID, folder))
                .withMessageContaining("is a folder");
    }
}
