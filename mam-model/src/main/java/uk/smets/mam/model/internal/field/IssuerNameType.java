package uk.smets.mam.model.internal.field;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;
import uk.smets.mam.model.internal.rule.CertificateRules;

/** The Issuer Name of a certificate: a text. {@link CertificateRules} checks its form, also when it is written. */
public final class IssuerNameType implements FieldType<String> {
    private final int limit;

    /**
     * Creates the type.
     *
     * @param limit the maximum number of characters; {@link FieldGuard} reports longer texts
     */
    public IssuerNameType(int limit) {
        this.limit = limit;
    }

    @Override
    public String description() {
        return "text";
    }

    @Override
    public FieldForm form() {
        return FieldForms.text("[ -~]+");
    }

    @Override
    public JsonForm<String> json() {
        return ValueForms.ISSUER_NAME;
    }

    @Override
    public @Nullable String decode(FieldText text, FieldProblems problems) {
        // FieldGuard has reported text that is not printable ASCII or too long.
        return text.isPrintableAscii() && text.length() <= limit ? text.toString() : null;
    }

    /**
     * Returns whether the last character is an escaped space. RFC 2253 escapes a trailing space with a backslash; two backslashes are an
     * escaped backslash.
     *
     * @param text a name that ends in a space
     * @return whether the space belongs to the name
     */
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
        // The prefixes with which spreadsheet programs protect a text are also suspect.
        return value.length() > fieldLimit || " ='".indexOf(value.charAt(0)) >= 0 || value.endsWith(" ");
    }

    @Override
    public void encode(String value, FieldOutput out) {
        out.put(value);
    }
}
