package uk.smets.mam.model.internal;

import org.jspecify.annotations.Nullable;

/** A certificate's Issuer Name: text; its form is judged by {@link CertificateRules}, which also sees what is written. */
public final class IssuerNameType implements FieldType<String> {
    private final int limit;

    /**
     * Makes the type.
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

    @Override
    public void encode(String value, FieldOutput out) {
        out.put(value);
    }
}
