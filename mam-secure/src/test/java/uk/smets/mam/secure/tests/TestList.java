package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;

/** A builder of a revocation list, with defaults as an authority writes it daily. */
final class TestList {
    private final TestPki.Holder issuer;
    private final X509v2CRLBuilder builder;
    private String digest = "SHA256";

    private TestList(TestPki.Holder issuer, Instant from) {
        this.issuer = issuer;
        builder = new X509v2CRLBuilder(
                X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded()),
                Date.from(from));
    }

    static TestList of(TestPki.Holder issuer) {
        return between(issuer, TestPki.NOW.minus(1, ChronoUnit.DAYS), TestPki.NOW.plus(1, ChronoUnit.DAYS));
    }

    static TestList between(TestPki.Holder issuer, Instant from, Instant until) {
        TestList list = new TestList(issuer, from);
        list.builder.setNextUpdate(Date.from(until));
        return list;
    }

    static TestList withoutEnd(TestPki.Holder issuer) {
        return new TestList(issuer, TestPki.NOW.minus(1, ChronoUnit.DAYS));
    }

    TestList revoking(X509Certificate certificate, int reason) {
        builder.addCRLEntry(certificate.getSerialNumber(), Date.from(TestPki.NOW.minus(2, ChronoUnit.HOURS)), reason);
        return this;
    }

    TestList revoking(
            X509Certificate certificate, ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            builder.addCRLEntry(
                    certificate.getSerialNumber(),
                    Date.from(TestPki.NOW.minus(2, ChronoUnit.HOURS)),
                    new Extensions(new Extension(
                            extension, critical, value.toASN1Primitive().getEncoded())));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    TestList extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(type, critical, value);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    TestList only(IssuingDistributionPoint scope) {
        return extension(Extension.issuingDistributionPoint, true, scope);
    }

    TestList digest(String name) {
        digest = name;
        return this;
    }

    X509CRL signed() {
        return signedBy(issuer);
    }

    X509CRL signedBy(TestPki.Holder other) {
        try {
            return new JcaX509CRLConverter().getCRL(builder.build(TestPki.signer(other.key(), digest)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
