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
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.MessageListing;

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
    void rfc2253NameInTheOrderOfXmlSignatureIsAccepted(String name) {
        assertThat(IssuerNameForm.problemOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z1", "SMKI issuing authority", "Z1,07"})
    void incompleteNameIsReported(String name) {
        assertThat(IssuerNameForm.problemOf(name)).contains(pinned("Z1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/OU=07/CN=Z1", "/CN=Z1", "/"})
    void formOfOpenSslIsReported(String name) {
        assertThat(IssuerNameForm.problemOf(name)).contains(pinned("/OU=07/CN=Z1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OU=07, CN=Z1", "CN=Z1, OU=07"})
    void spaceAfterACommaIsReported(String name) {
        assertThat(IssuerNameForm.problemOf(name)).contains(pinned("OU=07, CN=Z1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=Z1 ,OU=07", "CN= Z1,OU=07", "CN=Z1,OU=07 "})
    void spaceAtTheStartOrTheEndOfAValueIsReported(String name) {
        assertThat(IssuerNameForm.problemOf(name)).contains(pinned("CN=Z1 ,OU=07"));
    }

    @Test
    void escapedSpaceAtTheEndOfAValueIsAccepted() {
        assertThat(IssuerNameForm.problemOf("CN=Z1\\ ,OU=07")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OU=07,CN=Z1", "C=GB,O=Example,CN=Z1", "OU=07+L=x,CN=Z1", "OU=\"07,a\",CN=Z1"})
    void partsInTheOrderOfTheEncodingAreReported(String name) {
        assertThat(IssuerNameForm.problemOf(name)).contains(pinned("OU=07,CN=Z1"));
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
    void nameThatDoesNotFollowRfc2253IsReported(String name) {
        assertThat(IssuerNameForm.problemOf(name)).contains(pinned("CN=Z1,"));
    }

    private static String pinned(String sample) {
        return MessageListing.pinned(Rule.CERTIFICATE_ISSUER_FORM, sample);
    }

    @Property
    void everyNameThatTheJdkWritesAsRfc2253IsAccepted(
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

    /** The text with every character escaped in hexadecimal, which the JDK always reads correctly. */
    private static String inHexadecimal(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\%02X", c)));
        return escaped.toString();
    }

    @Test
    void longHostileNamesAreCheckedQuicklyAndWithoutStackOverflow() {
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
    void nameOfSixteenThousandPartsIsRead() {
        assertThat(IssuerNameForm.problemOf("CN=Z1" + ",A=b".repeat(16_000))).isEmpty();
        assertThat(IssuerNameForm.problemOf("A=b,".repeat(16_000) + "CN=Z1")).isPresent();
    }
}
