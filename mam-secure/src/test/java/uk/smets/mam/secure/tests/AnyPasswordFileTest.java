package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Verification;

/** Any bytes are read exactly as a password file, or refused by one of its two rules. */
class AnyPasswordFileTest {
    @Provide
    Arbitrary<String> almostPasswordFiles() {
        return Arbitraries.of(
                        "70-B3-D5-1F-30-00-A0-01",
                        "ma.csv",
                        "0123456789abcdef0123456789ABCDEF",
                        "\n",
                        "\r",
                        "\"",
                        ",",
                        "..",
                        "/",
                        "CON",
                        " ",
                        "\u00EF\u00BB\u00BF",
                        "\0",
                        "a")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3_000)
    void anyBytesAreReadExactlyOrRefused(@ForAll("almostPasswordFiles") String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        PasswordFile read;
        try {
            read = PasswordFile.parse(bytes);
        } catch (SecureExchangeException e) {
            assertThat(e.rule()).isIn(Rule.PASSWORD_FILE_FORMAT, Rule.PASSWORD_FILE_NAME_UNSAFE);
            assertThat(e.getMessage()).doesNotContain("0123456789abcdef").isPrintable();
            return;
        }
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(PasswordFile.of(read.userId(), read.fileName(), read.md5()).fileName())
                .isEqualTo(read.fileName());
    }

    @Property(tries = 500)
    void writtenPasswordFileReadsBackEqual(
            @ForAll long id, @ForAll("safeNames") String name, @ForAll @Size(16) byte[] md5, @ForAll byte[] trailer) {
        PasswordFile made = PasswordFile.of(new UserId(id), name, HexFormat.of().formatHex(md5))
                .withTrailer(trailer);
        PasswordFile read = PasswordFile.parse(made.toBytes());
        assertThat(read).isEqualTo(made);
        assertThat(read.userId()).isEqualTo(new UserId(id));
        assertThat(read.fileName()).isEqualTo(name);
        assertThat(read.md5()).isEqualTo(HexFormat.of().formatHex(md5));
        assertThat(read.trailer()).isEqualTo(trailer);
    }

    @Property(tries = 500)
    void textAfterTheThirdLineIsAnUnknownSignatureAndNotAMissingOne(
            @ForAll long id, @ForAll("safeNames") String name, @ForAll @Size(16) byte[] md5, @ForAll byte[] trailer) {
        PasswordFile made = PasswordFile.of(new UserId(id), name, HexFormat.of().formatHex(md5));
        NamedFile sent = NamedFile.of(made.name(), made.withTrailer(trailer).toBytes());
        boolean blank = new String(trailer, ISO_8859_1).matches("[ \\t\\r\\n]*");

        Verification verification = Verified.verifier(Verified.trust()).verify(sent, Optional.empty());

        assertThat(verification.isLayoutKnown()).isEqualTo(blank);
        assertThat(verification.reasons())
                .extracting(VerificationReason::rule)
                .containsExactly(blank ? Rule.SIGNATURE_MISSING : Rule.SIGNATURE_INVALID);
        if (!blank) {
            SignedContent content = SignatureLayout.appended().read(sent, Optional.empty());
            assertThat(content.content().bytes()).isEqualTo(made.toBytes());
            assertThat(content.signature().bytes()).isEqualTo(trailer);
        }
    }

    @Provide
    Arbitrary<String> safeNames() {
        return Arbitraries.strings()
                .withChars("abcXYZ019_-, ()~$")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(name -> "x" + name + ".csv");
    }
}
