package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Critical and the Non-Critical certificate that one party has on one device; either may be absent (clause 7.2.3).
 *
 * <p>Not a record, because its fields are null rather than {@link Optional} to halve its size.
 */
public final class CertificatePair {
    /** No certificates. */
    public static final CertificatePair NONE = new CertificatePair(null, null);

    private final @Nullable CertificateId critical;
    private final @Nullable CertificateId nonCritical;

    private CertificatePair(@Nullable CertificateId critical, @Nullable CertificateId nonCritical) {
        this.critical = critical;
        this.nonCritical = nonCritical;
    }

    /**
     * Returns a pair of two certificates.
     *
     * @param critical the Critical one
     * @param nonCritical the Non-Critical one
     * @return the pair
     */
    public static CertificatePair of(CertificateId critical, CertificateId nonCritical) {
        return new CertificatePair(requireNonNull(critical, "critical"), requireNonNull(nonCritical, "nonCritical"));
    }

    /**
     * Returns a pair in which either certificate may be absent.
     *
     * @param critical the Critical one, or empty
     * @param nonCritical the Non-Critical one, or empty
     * @return the pair, {@link #NONE} if both are absent
     */
    public static CertificatePair of(Optional<CertificateId> critical, Optional<CertificateId> nonCritical) {
        requireNonNull(critical, "critical");
        requireNonNull(nonCritical, "nonCritical");
        return critical.isEmpty() && nonCritical.isEmpty()
                ? NONE
                : new CertificatePair(critical.orElse(null), nonCritical.orElse(null));
    }

    /** {@return the Critical certificate, or empty} */
    public Optional<CertificateId> critical() {
        return Optional.ofNullable(critical);
    }

    /** {@return the Non-Critical certificate, or empty} */
    public Optional<CertificateId> nonCritical() {
        return Optional.ofNullable(nonCritical);
    }

    /** {@return whether both certificates are absent} */
    public boolean isEmpty() {
        return critical == null && nonCritical == null;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof CertificatePair that
                        && Objects.equals(critical, that.critical)
                        && Objects.equals(nonCritical, that.nonCritical));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(critical) * 31 + Objects.hashCode(nonCritical);
    }

    @Override
    public String toString() {
        return "CertificatePair[critical="
                + critical().map(CertificateId::toString).orElse("none") + ", nonCritical="
                + nonCritical().map(CertificateId::toString).orElse("none") + "]";
    }
}
