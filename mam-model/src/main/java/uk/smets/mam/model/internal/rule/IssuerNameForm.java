package uk.smets.mam.model.internal.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smets.mam.model.internal.field.IssuerNameType;

/**
 * The form of an X509IssuerName in XML Signature: RFC 2253, {@code CN=Z1,OU=07}, with the most specific part first,
 * which reverses the order in the certificate, and without spaces around the commas.
 */
public final class IssuerNameForm {
    private static final String PAIR = "\\\\(?:[,=+<>#;\\\\\" ]|[0-9A-Fa-f]{2})";
    private static final String PLAIN = "(?:" + PAIR + "|[^,=+<>#;\\\\\"])(?:" + PAIR + "|[^,=+<>;\\\\\"])*+";
    private static final String QUOTED = "\"(?:" + PAIR + "|[^\\\\\"])*+\"";
    private static final String HEXADECIMAL = "#(?:[0-9A-Fa-f]{2})++";
    private static final Pattern PART = Pattern.compile("([A-Za-z][A-Za-z0-9-]*+|[0-9]++(?:\\.[0-9]++)*+)=(?:"
            + HEXADECIMAL + "|" + QUOTED + "|" + PLAIN + ")?(?=[,+]|$)");

    private IssuerNameForm() {}

    /**
     * Returns how to correct a name.
     *
     * @param name the Issuer Name
     * @return what to do, or empty if the form is valid
     */
    static Optional<String> problemOf(String name) {
        if (name.startsWith("/")) {
            return Optional.of("this is OpenSSL's form: write the parts joined by commas, the last one first");
        }
        if (name.indexOf('=') < 0) {
            return Optional.of("this is not a complete name: write the whole name, for example CN=Z1,OU=07");
        }
        int commas = 0;
        int commasBeforeCommonName = -1;
        Matcher part = PART.matcher(name);
        int at = 0;
        while (true) {
            part.region(at, name.length());
            if (!part.lookingAt()) {
                return Optional.of(
                        name.contains(", ")
                                ? "write the parts without spaces after the commas, CN first: for example CN=Z1,OU=07"
                                : "this is not an RFC 2253 name: write it as XML Signature does, for example"
                                        + " CN=Z1,OU=07");
            }
            if (hasLooseSpace(name.substring(part.end(1) + 1, part.end()))) {
                return Optional.of("remove the spaces around the commas and equals signs: for example CN=Z1,OU=07");
            }
            if (commasBeforeCommonName < 0 && part.group(1).equalsIgnoreCase("CN")) {
                commasBeforeCommonName = commas;
            }
            if (part.end() == name.length()) {
                break;
            }
            // Values joined by a plus are one part; their order has no meaning.
            commas += name.charAt(part.end()) == ',' ? 1 : 0;
            at = part.end() + 1;
        }
        if (commasBeforeCommonName > 0) {
            return Optional.of("the parts are reversed: write CN first, for example CN=Z1,OU=07");
        }
        return Optional.empty();
    }

    /** Whether a value has a space at an end that is not escaped, as RFC 2253 wants it. */
    private static boolean hasLooseSpace(String value) {
        return value.startsWith(" ") || (value.endsWith(" ") && !IssuerNameType.isLastSpaceEscaped(value));
    }
}
