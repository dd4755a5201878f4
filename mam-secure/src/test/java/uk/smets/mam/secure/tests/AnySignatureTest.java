package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** Any bytes lead to a verdict with reasons of the catalogue; there is no other outcome. */
class AnySignatureTest {
    /** Extensions that path validation reads, and an unknown one. */
    private static final List<String> EXTENSIONS = List.of(
            "2.5.29.14",
            "2.5.29.17",
            "2.5.29.18",
            "2.5.29.19",
            "2.5.29.30",
            "2.5.29.31",
            "2.5.29.32",
            "2.5.29.35",
            "2.5.29.36",
            "2.5.29.37",
            "2.5.29.46",
            "1.3.6.1.5.5.7.1.1",
            "1.2.3.4");

    private static final byte[] SOUND = Verified.signature(Verified.PKI.supplier);
    private static final byte[] ENCLOSING = Verified.signer(Verified.PKI.supplier)
            .withLayout(SignatureLayout.enclosedCms())
            .sign(Verified.FILE)
            .get(0)
            .bytes();

    private static void assertRefused(Verification verification) {
        assertThat(verification.isValid()).isFalse();
        assertThat(verification.reasons())
                .isNotEmpty()
                .extracting(VerificationReason::rule)
                .allMatch(Verified.REASONS::contains);
        assertThat(verification.reasons())
                .extracting(VerificationReason::message)
                .noneMatch(String::isBlank);
    }

    private static void assertRefused(byte[] signature) {
        assertRefused(Verified.verify(signature));
        assertRefused(Verified.verifier(Verified.trust())
                .withLayout(SignatureLayout.enclosedCms())
                .verify(NamedFile.of("x.p7m", signature), Optional.empty()));
    }

    @Property(tries = 500)
    void anyBytesAreRefused(@ForAll @Size(max = 300) byte[] bytes) {
        assertRefused(bytes);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void validSignatureDamagedAtAnyPlaceIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = random.nextBoolean() ? SOUND : ENCLOSING;
        byte[] damaged = bytes;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            damaged = damaged(damaged, random);
        }
        if (!Arrays.equals(damaged, bytes)) {
            assertRefused(damaged);
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int removed = Math.min(random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(2), bytes.length - at);
        byte[] added = new byte[random.nextInt(3)];
        random.nextBytes(added);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(added);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }

    /** ASN.1 elements in random order resemble a message more closely than random bytes. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void elementsOfAMessageInAnyOrderAreRefused(@ForAll long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            int from = random.nextInt(SOUND.length);
            out.write(SOUND, from, Math.min(random.nextInt(80), SOUND.length - from));
            byte[] start = {0x30, (byte) (random.nextBoolean() ? 0x80 : random.nextInt(128))};
            out.writeBytes(random.nextBoolean() ? start : new byte[] {0, 0});
        }
        assertRefused(out.toByteArray());
    }

    @Example
    void valuesNestedAMillionLevelsDeepAreRefusedWithoutStackOverflow() {
        byte[] deep = new byte[1_000_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertRefused(deep);
        assertThat(SmkiCertificate.find(deep)).isEmpty();
        assertThat(Verified.verify(deep).reasons().get(0).message()).contains("deep");
    }

    @Example
    void lengthsThatClaimGigabytesAreRefusedWithoutAllocatingThem() {
        for (String start :
                new String[] {"3084FFFFFFFF", "30847FFFFFFF", "3088FFFFFFFFFFFFFFFF", "3080", "1F8181", "3F", "30"}) {
            assertRefused(java.util.HexFormat.of().parseHex(start));
        }
    }

    /** The structure check sees one octet string; a parser may decode its content. */
    @Example
    void deeplyNestedCertificateExtensionsDoNotOverflowTheStack() {
        byte[] deep = new byte[15_000];
        for (int i = 0; i < deep.length / 2; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        for (String type : EXTENSIONS) {
            byte[] certificate = Verified.PKI.supplierWithExtension(type, deep);
            SmkiCertificate.find(certificate).ifPresent(found -> {
                assertThat(found.toString()).isNotBlank();
                assertThat(found.problemsIn(CertificateSlot.ESME_SUPPLIER_CRITICAL, TestPki.NOW))
                        .isEmpty();
                Verification verification = Verified.verify(new ForeignCms()
                        .certificates(found.x509(), Verified.PKI.issuing.certificate())
                        .signer(new TestPki.Holder(found.x509(), Verified.PKI.supplier.key()))
                        .over(Verified.BYTES));
                assertThat(verification.reasons())
                        .extracting(VerificationReason::rule)
                        .allMatch(Verified.REASONS::contains);
            });
        }
    }
}
