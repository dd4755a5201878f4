package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import javax.security.auth.x500.X500Principal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerNameFormTest {
    private static final int LONGEST = 65_536;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Z1,OU=07",
                "cn=Z1,ou=07",
                "CN=Z1",
                "OU=07",
                "CN=,OU=07",
                "CN=\"Quoted, Inc\",OU=07",
                "CN=\"She said \\\"no\\\"\",OU=07",
                "CN=Escaped\\, Inc,OU=07",
                "CN=\\#sharp\\+plus\\;\\<\\>\\\\,OU=07",
                "CN=\\C3\\89tat,OU=07",
                "CN=a#b c,OU=07",
                "CN=\\ padded\\ ,OU=07",
                "2.5.4.3=#0C025A31,OU=07",
                "CN=Z1+SERIALNUMBER=5,OU=07",
                "SERIALNUMBER=5+CN=Z1,OU=07",
                "CN=Z1,OU=07,CN=Root",
            })
    void rfc2253NameInTheOrderOfXmlSignatureIsFine(String name) {
        assertThat(IssuerNameForm.problemOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z1", "SMKI issuing authority", "Z1,07"})
    void bareNameIsToldToBeWritten(String name) {
        assertThat(IssuerNameForm.problemOf(name))
                .contains("this is not a complete name: write the whole name, for example CN=Z1,OU=07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/OU=07/CN=Z1", "/CN=Z1", "/"})
    void formOfOpenSslIsRecognised(String name) {
        assertThat(IssuerNameForm.problemOf(name))
                .contains("this is OpenSSL's form: write the parts joined by commas, the last one first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OU=07, CN=Z1", "CN=Z1, OU=07"})
    void spaceAfterACommaIsToldToGo(String name) {
        assertThat(IssuerNameForm.problemOf(name))
                .contains("write the parts without spaces after the commas, CN first: for example CN=Z1,OU=07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=Z1 ,OU=07", "CN= Z1,OU=07", "CN=Z1,OU=07 "})
    void spaceAtAnEndOfAValueIsToldToGo(String name) {
        assertThat(IssuerNameForm.problemOf(name))
                .contains("remove the spaces around the commas and equals signs: for example CN=Z1,OU=07");
    }

    @Test
    void escapedSpaceAtTheEndOfAValueIsPartOfIt() {
        assertThat(IssuerNameForm.problemOf("CN=Z1\\ ,OU=07")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OU=07,CN=Z1", "C=GB,O=Example,CN=Z1", "OU=07+L=x,CN=Z1", "OU=\"07,a\",CN=Z1"})
    void partsInTheOrderOfTheEncodingAreReversed(String name) {
        assertThat(IssuerNameForm.problemOf(name))
                .contains("the parts are reversed: write CN first, for example CN=Z1,OU=07");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Z1,",
                ",CN=Z1",
                "CN=Z1,,OU=07",
                "CN=Z1;OU=07",
                "CN=Z1+",
                "=Z1",
                "1CN=Z1",
                "CN=Z1,OU",
                "CN=\"open,OU=07",
                "CN=\"closed\"tail,OU=07",
                "CN=a\"b,OU=07",
                "CN=a=b",
                "CN=#0C0,OU=07",
                "CN=a<b>",
                "CN=trailing\\",
                "CN=\\x,OU=07",
            })
    void nameAgainstRfc2253IsNone(String name) {
        assertThat(IssuerNameForm.problemOf(name))
                .contains("this is not an RFC 2253 name: write it as XML Signature does, for example CN=Z1,OU=07");
    }

    @Property
    void everyNameThatTheJdkWritesAsRfc2253IsFine(
            @ForAll("values") String commonName, @ForAll("values") String organisationalUnit) {
        String name = new X500Principal("CN=" + inHexadecimal(commonName) + ",OU=" + inHexadecimal(organisationalUnit))
                .getName(X500Principal.RFC2253);
        assertThat(name).startsWith("CN=");
        assertThat(IssuerNameForm.problemOf(name)).as(name).isEmpty();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(value -> !value.isBlank());
    }

    /** A text in the escapes that leave the JDK nothing to misread. */
    private static String inHexadecimal(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\%02X", c)));
        return escaped.toString();
    }

    @Test
    void longHostileNamesNeitherTakeLongNorOverflowTheStack() {
        for (String unit : new String[] {
            "a",
            "\\",
            "\\,",
            "\"",
            "#",
            "#0",
            "=",
            ",",
            "+",
            "CN=a,",
            "CN=a+",
            "CN=\"",
            "\\2",
            "1.",
            "a-",
            "CN=#00,",
            " ",
            "OU=\\,a,",
            "A=\"\\\"\","
        }) {
            String tail = unit.repeat(LONGEST / unit.length());
            for (String head : new String[] {"", "CN=", "CN=\"", "CN=#", "1", "=", "/"}) {
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> assertThatCode(() -> IssuerNameForm.problemOf(head + tail))
                                .doesNotThrowAnyException(),
                        head + unit + "...");
            }
        }
    }

    @Test
    void nameOfTwentyThousandPartsIsStillRead() {
        assertThat(IssuerNameForm.problemOf("CN=Z1" + ",A=b".repeat(16_000))).isEmpty();
        assertThat(IssuerNameForm.problemOf("A=b,".repeat(16_000) + "CN=Z1")).isPresent();
    }
}
