package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSignature;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Signer;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** Names of issuers and subjects in every string type that a certificate may use, and in invalid ones. */
class NamesInCertificatesTest {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final int UTF8 = 0x0C;
    private static final int NUMERIC = 0x12;
    private static final int PRINTABLE = 0x13;
    private static final int T61 = 0x14;
    private static final int IA5 = 0x16;
    private static final int VISIBLE = 0x1A;
    private static final int GENERAL = 0x1B;
    private static final int UNIVERSAL = 0x1C;
    private static final int BMP = 0x1E;
    private static final byte[] COMMON_NAME = {6, 3, 0x55, 4, 3};
    private static final byte[] UNIT = {6, 3, 0x55, 4, 11};
    private static final byte[] EMAIL = tlv(6, HexFormat.of().parseHex("2a864886f70d010901"));

    @TempDir
    Path folder;

    /** A DER value written octet by octet, since libraries refuse to write invalid ones. */
    private static byte[] tlv(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            value.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        } else if (length >= 0x80) {
            value.writeBytes(new byte[] {(byte) 0x81, (byte) length});
        } else {
            value.write(length);
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static byte[] text(int tag, String text) {
        return tlv(
                tag,
                text.getBytes(
                        switch (tag) {
                            case UTF8 -> UTF_8;
                            case UNIVERSAL -> UTF_32BE;
                            case BMP -> UTF_16BE;
                            default -> ISO_8859_1;
                        }));
    }

    private static byte[] octets(int tag, int... octets) {
        byte[] content = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            content[i] = (byte) octets[i];
        }
        return tlv(tag, content);
    }

    private static byte[] attribute(byte[] type, byte[] value) {
        return tlv(0x30, type, value);
    }

    private static byte[] name(byte[] unit, byte[] commonName) {
        return tlv(0x30, tlv(0x31, attribute(UNIT, unit)), tlv(0x31, attribute(COMMON_NAME, commonName)));
    }

    /** A certificate with that value as the common name of its issuer, and the unit 07 before it. */
    private static byte[] issuedBy(byte[] commonName) {
        return certificate(name(text(UTF8, "07"), commonName), name(text(UTF8, "02"), text(UTF8, "s")));
    }

    private static byte[] certificate(byte[] issuer, byte[] subject) {
        byte[] algorithm = tlv(0x30, tlv(6, HexFormat.of().parseHex("2a8648ce3d040302")));
        byte[] validity = tlv(0x30, text(0x17, "190101000000Z"), text(0x17, "290101000000Z"));
        byte[] fields = tlv(
                0x30,
                tlv(0xA0, octets(2, 2)),
                octets(2, 4, 0xD2),
                algorithm,
                issuer,
                validity,
                subject,
                PKI.supplier.certificate().getPublicKey().getEncoded());
        return tlv(0x30, fields, algorithm, octets(3, 0, 0x30, 0));
    }

    static Stream<Arguments> namesAndTheirText() {
        return Stream.of(
                Arguments.of(text(UTF8, "Z1"), "CN=Z1,OU=07"),
                Arguments.of(text(BMP, "Z1 \u00E9 \u2603"), "CN=Z1 \\C3\\A9 \\E2\\98\\83,OU=07"),
                Arguments.of(text(UNIVERSAL, "Z\u00E9\uD83D\uDE00"), "CN=Z\\C3\\A9\\F0\\9F\\98\\80,OU=07"),
                Arguments.of(octets(0x14, 'Z', 0xE9), "CN=Z\\C3\\A9,OU=07"),
                Arguments.of(octets(0x13, 0xE9), "CN=\\C3\\A9,OU=07"),
                Arguments.of(octets(0x16, 0xE9), "CN=\\C3\\A9,OU=07"),
                Arguments.of(text(IA5, "a@b"), "CN=a@b,OU=07"),
                Arguments.of(text(NUMERIC, "1 2"), "CN=1 2,OU=07"),
                Arguments.of(text(VISIBLE, "v"), "CN=v,OU=07"),
                Arguments.of(text(GENERAL, "g"), "CN=#1b0167,OU=07"),
                Arguments.of(octets(4, 1), "CN=#040101,OU=07"),
                Arguments.of(text(UTF8, "\r\n"), "CN=\\0D\\0A,OU=07"),
                Arguments.of(text(UTF8, "\u0000\u007F\u0085"), "CN=\\00\\7F\\C2\\85,OU=07"),
                Arguments.of(text(UTF8, " a "), "CN=\\ a\\ ,OU=07"),
                Arguments.of(text(UTF8, " "), "CN=\\ ,OU=07"),
                Arguments.of(text(UTF8, "#a#=b"), "CN=\\#a#=b,OU=07"),
                Arguments.of(text(UTF8, ",+\"\\<>;"), "CN=\\,\\+\\\"\\\\\\<\\>\\;,OU=07"),
                Arguments.of(text(UTF8, ""), "CN=,OU=07"));
    }

    @ParameterizedTest
    @MethodSource("namesAndTheirText")
    void issuerNameIsDecodedFromItsStringType(byte[] commonName, String text) {
        assertThat(SmkiCertificate.find(issuedBy(commonName)).orElseThrow().issuerName())
                .isEqualTo(text);
    }

    @Test
    void attributeWithoutARfc2253NameIsWrittenAsItsOidAndEncoding() {
        byte[] issuer = tlv(
                0x30,
                tlv(0x31, attribute(EMAIL, text(IA5, "a@b"))),
                tlv(0x31, attribute(COMMON_NAME, text(UTF8, "x")), attribute(UNIT, text(UTF8, "y"))));
        assertThat(SmkiCertificate.find(certificate(issuer, issuer))
                        .orElseThrow()
                        .issuerName())
                .isEqualTo("OU=y+CN=x,1.2.840.113549.1.9.1=#1603614062");
    }

    @Test
    void organisationalUnitIsReadFromAnyStringType() {
        byte[] der =
                certificate(name(text(UTF8, "07"), text(UTF8, "Z1")), name(text(BMP, "02"), text(BMP, "Supplier")));
        SmkiCertificate certificate = SmkiCertificate.find(der).orElseThrow();
        assertThat(certificate.subjectName()).isEqualTo("CN=Supplier,OU=02");
        assertThat(certificate.role()).isPresent();
    }

    static Stream<byte[]> undecodableValues() {
        return Stream.of(
                octets(0x0C, 0xC3, '('), // UTF-8 cut inside a character
                octets(0x0C, 0xED, 0xA0, 0x80), // a surrogate in UTF-8
                octets(0x1E, 0, 'a', 0), // BMPString of an odd length
                octets(0x1E, 0xD8, 0), // half of a surrogate pair
                text(BMP, "\uD83D\uDE00"), // a surrogate pair
                octets(0x1C, 0, 0, 'a'), // UniversalString of three octets
                octets(0x1C, 0, 0x11, 0, 0)); // beyond the last code point
    }

    @ParameterizedTest
    @MethodSource("undecodableValues")
    void certificateWithAnUndecodableIssuerOrSubjectIsRefused(byte[] value) throws Exception {
        byte[] good = name(text(UTF8, "07"), text(UTF8, "Z1"));
        for (byte[] der : List.of(
                issuedBy(value),
                certificate(good, name(text(UTF8, "02"), value)),
                certificate(good, name(value, value)))) {
            Path file = Files.write(folder.resolve("odd.der"), der);
            assertThat(SmkiCertificate.find(der)).isEmpty();
            assertThatThrownBy(() -> SmkiCertificate.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("odd.der");
            assertThatThrownBy(() -> SmkiCertificates.ofFolder(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("odd.der");
            Optional<X509Certificate> read = byTheJdk(der);
            if (read.isPresent()) {
                assertThatThrownBy(() -> SmkiCertificate.of(read.get()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching("certificate: .*(issuer|subject).*");
                assertThatThrownBy(() -> SigningKey.of(PKI.supplier.key(), List.of(read.get())))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("decoded");
                assertThatRefused(read.get());
            }
        }
    }

    private static Optional<X509Certificate> byTheJdk(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static void assertThatRefused(X509Certificate certificate) {
        SignatureLayout layout = new SignatureLayout() {
            @Override
            public List<NamedFile> write(NamedFile file, Signer signer) {
                throw new IllegalStateException("this layout only reads");
            }

            @Override
            public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
                return new SignedContent(
                        file, FileSignature.plain(DigestAlgorithm.SHA_256, new byte[8], List.of(certificate)));
            }
        };
        Verification verification = Verified.verifier(Trust.of(List.of(PKI.root.certificate())))
                .withLayout(layout)
                .verify(Verified.FILE, Optional.empty());
        assertThat(verification.isValid()).isFalse();
        assertThat(verification.reasons().get(0).rule()).isEqualTo(Rule.SIGNATURE_INVALID);
        assertThat(verification.reasons().get(0).message()).contains("decoded");
    }

    /** The same text as {@code openssl x509 -nameopt RFC2253} for random values of each string type. */
    @Tag("interop")
    @ParameterizedTest
    @ValueSource(ints = {UTF8, PRINTABLE, T61, IA5, UNIVERSAL, BMP})
    void issuerNameEqualsThatOfOpenSsl(int tag) throws Exception {
        Peer.OPENSSL.require();
        Random random = new Random(tag);
        for (int round = 0; round < 20; round++) {
            byte[] der = issuedBy(text(tag, randomText(tag, random)));
            Path file = Files.write(folder.resolve("c.der"), der);
            String openSsl = Peer.OPENSSL
                    .run(
                            folder,
                            "x509",
                            "-inform",
                            "DER",
                            "-in",
                            file.getFileName().toString(),
                            "-noout",
                            "-issuer",
                            "-nameopt",
                            "RFC2253")
                    .succeeded()
                    .output()
                    .strip();
            assertThat("issuer=" + SmkiCertificate.find(der).orElseThrow().issuerName())
                    .describedAs(HexFormat.of().formatHex(der))
                    .isEqualTo(openSsl);
        }
    }

    private static String randomText(int tag, Random random) {
        String special = " #,+\"\\<>;=\r\n\t\u007F\u0085\u00E9\u2603a1";
        StringBuilder text = new StringBuilder();
        boolean wide = tag == UTF8 || tag == UNIVERSAL || tag == BMP;
        for (int i = 0; i < 8; i++) {
            char next = special.charAt(random.nextInt(special.length()));
            text.append(wide || next < 0x100 ? next : 'x');
        }
        return text.toString();
    }
}
