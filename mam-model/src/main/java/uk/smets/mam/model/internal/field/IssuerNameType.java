package uk.smets.mam.model.internal.field;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.rule.CertificateRules;

/** A certificate's Issuer Name: text; its form is judged by {@link CertificateRules}, which also sees what is written. */
public final class IssuerNameType implements FieldType<String> {
    private final int limit;

    /**
     * Creates the type.
     *
     * @param limit how many characters it may have; {@link FieldGuard} reports more
     */
    public IssuerNameType(int limit) {
        this.limit = limit;
    }

    @Override
    public String description() {
        return "text";
    }

    @Override
    public @Nullable String decode(FieldText text, FieldProblems problems) {
        // FieldGuard has reported what is no printable ASCII or too long.
        return text.isPrintableAscii() && text.length() <= limit ? text.toString() : null;
    }

    /** RFC 2253 writes a space at the end of a value with a backslash in front; two backslashes are one of the value's own. */
    public static boolean isLastSpaceEscaped(String text) {
        int backslashes = 0;
        while (backslashes < text.length() - 1 && text.charAt(text.length() - 2 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    @Override
    public boolean ownsLastSpace(String text) {
        return isLastSpaceEscaped(text);
    }

    @Override
    public boolean isSuspect(String value, int fieldLimit) {
        // What a spreadsheet does to keep a text, too.
        return value.length() > fieldLimit || " ='".indexOf(value.charAt(0)) >= 0 || value.endsWith(" ");
    }

    @Override
    public void encode(String value, FieldOutput out) {
        out.put(value);
    }
}
